import Glibc

/// The folder of vectors that lies beside the package, or in `CASEBOOK_SHARED`; nil where it is not there.
enum SharedVectors {
  static let folder: String? = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let shared = getenv("CASEBOOK_SHARED").map { String(cString: $0) } ?? "/\(root)/../shared"
    let folder = shared + "/vectors"
    return access(folder, R_OK) == 0 ? folder : nil
  }()
}
