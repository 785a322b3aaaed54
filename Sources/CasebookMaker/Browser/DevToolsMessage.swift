internal import DataFormats

/// A message of the browser: the answer to a command, or an event.
struct DevToolsMessage: Sendable {
  /// The command's number; nil in an event.
  var id: Int?
  /// The event's name.
  var method: String?
  var session: String?
  /// The result, or the event's parameters.
  var content: Node?
  var error: String?
  /// What `data` held in the text form of RFC 4648, which would be wasted on a tree.
  var data: [UInt8] = []

  /// Nil for what is no message.
  init?(_ bytes: ArraySlice<UInt8>) {
    var text = Array(bytes)
    if text.count > Self.longText, let range = Self.dataRange(in: text) {
      data = decodedBase64(text[range])
      text.removeSubrange(range)
    }
    guard let node = JSON.parse(text, file: "browser").node else { return nil }
    id = node["id"]?.text.flatMap { Int($0) }
    method = node["method"]?.text
    session = node["sessionId"]?.text
    content = node["result"] ?? node["params"]
    error = node["error"].map { $0["message"]?.text ?? "an error without words" }
    guard id != nil || method != nil else { return nil }
    if data.isEmpty, method == nil, let text = content?["data"]?.text { data = decodedBase64(Array(text.utf8)[...]) }
  }

  private static let longText = 16_384

  /// Where the text of `"data":"…"` stands; it has no escapes.
  private static func dataRange(in text: [UInt8]) -> Range<Int>? {
    let key = Array(#""data":""#.utf8)
    guard let start = text[..<min(text.count, 1_024)].indices.first(where: { text[$0...].starts(with: key) }) else { return nil }
    let first = start + key.count
    guard let end = text[first...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    return first..<end
  }
}

/// The bytes of RFC 4648's base 64; what is no digit is passed over.
///
///     decodedBase64(Array("JVBERg==".utf8)[...])  // "%PDF"
func decodedBase64(_ text: ArraySlice<UInt8>) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { output, count in
    text.withUnsafeBufferPointer { input in
      var bits: UInt32 = 0
      var held = 0
      for byte in input {
        let value = digits[Int(byte)]
        guard value < 64 else { continue }
        bits = bits << 6 | UInt32(value)
        held += 6
        if held >= 8 {
          held -= 8
          output[count] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
          count += 1
        }
      }
    }
  }
}

private let digits: [UInt8] = {
  var table = [UInt8](repeating: 255, count: 256)
  for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
    table[Int(byte)] = UInt8(value)
  }
  return table
}()
