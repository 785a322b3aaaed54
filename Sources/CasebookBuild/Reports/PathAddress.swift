/// A relative path as a URI: what is neither unreserved (RFC 3986, section 2.3) nor a slash is percent-encoded.
///
///     percentEncoded(path: "content/a b.md")   // "content/a%20b.md"
package func percentEncoded(path: String) -> String {
  path.utf8.reduce(into: "") { out, byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      out.unicodeScalars.append(Unicode.Scalar(byte))
    default: out += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
  }
}
