package import Hashing

/// What an image file's header says: enough to name, place and check it without decoding.
package struct ImageInformation: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable { case jpeg, png, webp, tiff, avif, heic, gif, svg, pdf }

  package var format: Format
  /// Width and height in pixels, of the upright picture.
  package var width: Int
  package var height: Int
  /// EXIF orientation, 1 to 8; 2, 4, 5 and 7 mirror.
  package var orientation: Int
  /// What the file carries beyond its pixels, for people: "GPS position", "camera serial number", "2018-05-10 14:03".
  package var metadata: [String]
  /// EXIF DateTimeOriginal as `yyyy-mm-dd`.
  package var taken: String?
  package var hash: ContentHash

  package init(
    format: Format, width: Int, height: Int, orientation: Int = 1, metadata: [String] = [], taken: String? = nil, hash: ContentHash
  ) {
    self.format = format
    self.width = width
    self.height = height
    self.orientation = orientation
    self.metadata = metadata
    self.taken = taken
    self.hash = hash
  }

  /// The part of `metadata` that may lead to a person, a place or a day; a camera's model does not.
  package var identifying: [String] {
    metadata.filter { Carried.identifying.contains($0) || $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
  }
}
