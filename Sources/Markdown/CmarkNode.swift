internal import CCmark
internal import Glibc

/// A node of libcmark's tree. It is valid inside `parsing`'s closure only.
struct CmarkNode {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// Parses a text and hands over the root; the tree is freed afterwards.
  static func parsing<Result>(_ text: [UInt8], _ body: (CmarkNode?) -> Result) -> Result {
    text.withUnsafeBytes { raw in
      guard let start = raw.baseAddress, raw.count > 0 else { return body(nil) }
      // Positions of inlines are right only with this option, though nothing is rendered here.
      let root = cmark_parse_document(start.assumingMemoryBound(to: CChar.self), raw.count, CMARK_OPT_SOURCEPOS)
      defer { cmark_node_free(root) }
      return body(CmarkNode(root))
    }
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var isBlock: Bool { type.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue }
  var next: CmarkNode? { CmarkNode(cmark_node_next(pointer)) }
  var firstChild: CmarkNode? { CmarkNode(cmark_node_first_child(pointer)) }
  var lastChild: CmarkNode? { CmarkNode(cmark_node_last_child(pointer)) }
  var parent: CmarkNode? { CmarkNode(cmark_node_parent(pointer)) }
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  /// In bytes, from 1.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  /// The text of a text, code or HTML node, marks included; owned by the node.
  var literal: UnsafeBufferPointer<UInt8> { buffer(cmark_node_get_literal(pointer)) }
  var url: UnsafeBufferPointer<UInt8> { buffer(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { buffer(cmark_node_get_title(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { buffer(cmark_node_get_fence_info(pointer)) }
}

private func buffer(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
  guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
  return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
}
