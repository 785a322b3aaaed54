internal import CZlib

/// The content of a zlib stream (RFC 1950), refused beyond `limit` bytes.
func inflated(_ bytes: [UInt8], _ range: Range<Int>, limit: Int) throws(PDFProblem) -> [UInt8] {
  var stream = z_stream()
  guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw PDFProblem("cannot be unpacked") }
  defer { inflateEnd(&stream) }
  var input = Array(bytes[range])
  var output: [UInt8] = []
  var status = Z_OK
  input.withUnsafeMutableBufferPointer { buffer in
    stream.next_in = buffer.baseAddress
    stream.avail_in = UInt32(clamping: buffer.count)
    while status == Z_OK, output.count <= limit {
      let chunk = [UInt8](unsafeUninitializedCapacity: 262_144) { space, filled in
        stream.next_out = space.baseAddress
        stream.avail_out = UInt32(space.count)
        status = inflate(&stream, Z_NO_FLUSH)
        filled = space.count - Int(stream.avail_out)
      }
      output += chunk
    }
  }
  guard output.count <= limit else { throw PDFProblem("has more content than can be looked at") }
  guard status == Z_STREAM_END else { throw PDFProblem("has content that is damaged") }
  return output
}
