internal import CasebookModel
internal import HTML
internal import Markdown

/// A document's title and key message, with and without their inline markup.
struct Header {
  var title: Node
  var plainTitle: String
  var keyMessage: Node?
  var plainKeyMessage: String?

  init(of case: Case, _ composition: Composition) {
    title = composition.inline(`case`.title)
    plainTitle = `case`.title.inlines.plainText
    keyMessage = `case`.keyMessage.map { composition.inline($0) }
    plainKeyMessage = `case`.keyMessage?.inlines.plainText
  }
}
