/// A WebP file with its picture's chunk alone: libvips 8.14 adds an EXIF chunk of its own even where there is nothing to say.
func bareWebP(_ bytes: [UInt8]) throws(ImageProblem) -> [UInt8] {
  let view = ByteView(bytes)
  var offset = 12
  while let type = view.tag(offset), let length = view.number(offset + 4, 4, little: true) {
    let padded = length + length % 2
    guard let chunk = view.part(offset, 8 + padded) else { break }
    offset += 8 + padded
    guard type == "VP8 " || type == "VP8L" else { continue }
    let size = chunk.count + 4
    let sizeBytes = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    return Array("RIFF".utf8) + sizeBytes + Array("WEBP".utf8) + chunk.bytes
  }
  throw .damaged("the WebP encoder wrote no picture")
}
