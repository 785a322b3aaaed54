import Glibc
import Testing

@testable import Images

/// The folder of outside standards: beside the checkout, or where `CASEBOOK_SHARED` says; nil where there is none.
let sharedFolder: String? = {
  var root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  root = "/\(root)/../shared"
  let folder = getenv("CASEBOOK_SHARED").map { String(cString: $0) } ?? root
  return access("\(folder)/standards/exif", R_OK) == 0 ? folder : nil
}()

let hasVips = (try? ImageEngine()) != nil  // tests that need the library are skipped without it

func contents(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return bytes
}

func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var found: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
    if name.hasSuffix(".jpg") { found.append(name) }
  }
  return found.sorted()
}

/// What an independent reader finds in files, as JSON; nil where it is not installed.
func exiftool(_ paths: [String]) -> String? {
  guard let pipe = popen("exiftool -j -G " + paths.map { "'\($0)'" }.joined(separator: " ") + " 2>/dev/null", "r") else { return nil }
  defer { pclose(pipe) }
  var text: [UInt8] = []
  while case let c = fgetc(pipe), c != EOF { text.append(UInt8(c)) }
  return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
}
