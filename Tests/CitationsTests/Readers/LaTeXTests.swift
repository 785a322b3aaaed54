import Testing

@testable import Citations

@Suite struct LaTeXTests {
  @Test(arguments: [
    (#"plain text"#, "plain text"),
    (#"G{\"o}del, G\"{o}del, G\"odel"#, "Gödel, Gödel, Gödel"),
    (#"Andr{\'e} Fran\c{c}ois, {\v S}koda, \.Istanbul, na\"{\i}ve"#, "André François, Škoda, İstanbul, naïve"),
    (#"{\ss}{\aa}{\O}{\l}\ae sir"#, "ßåØłæsir"),
    (#"\'{\i} and \=x"#, "í and x\u{304}"),
    (##"5 \% of \$3 \& \#4 \_x \{y\}"##, "5 % of $3 & #4 _x {y}"),
    (#"``quoted'' and `single' --- en--dash"#, "“quoted” and ‘single’ — en–dash"),
    (#"$\beta$-blocker, H$_2$O, cm$^{2}$, $p<0.05$"#, "β-blocker, H<sub>2</sub>O, cm<sup>2</sup>, p<0.05"),
    (#"\textit{S. aureus} {\bf bold} \textsuperscript{2}"#, "<i>S. aureus</i> <b>bold</b> <sup>2</sup>"),
    (#"The {DNA} of {iPhone}s"#, "The <span class=\"nocase\">DNA</span> of <span class=\"nocase\">iPhone</span>s"),
    (#"{\emph{E. coli}} {123}"#, "<i>E. coli</i> 123"),
    ("  many \n\t blanks  ", "many blanks"),
    (#"\href{https://x.org}{link} \url{http://a_b}"#, "link http://a_b"),
    (#"a~b\,c"#, "a\u{A0}b\u{2009}c"),
    (#"unclosed {\em text"#, "unclosed <i>text</i>"),
    (#"stray } and \"#, "stray and"),
    ("日本語 {\\'é}", "日本語 é\u{301}"),
  ])
  func becomesUnicode(latex: String, text: String) {
    #expect(LaTeX.text(latex) == text)
  }

  @Test func remembersUnknownCommandsAndKeepsTheirText() {
    let (text, unknown) = LaTeX.read(Array(#"a \frobnicate{b} c"#.utf8)[...])
    #expect(text == "a b c")
    #expect(unknown.map(\.name) == ["frobnicate"] && unknown.map(\.offset) == [2])
  }

  @Test func everyAccentIsOneCharacterInUnicode() {
    for (letters, mark) in [("aeiouAEIOU", "'"), ("aeiou", "`"), ("aou", "\""), ("cCsS", "c"), ("szc", "v"), ("aou", "r")] {
      for letter in letters.unicodeScalars {
        guard let accent = LaTeXTables.accents[mark] else { continue }
        let composed = LaTeXTables.compose(letter, accent)
        var decomposed = String.UnicodeScalarView([letter])
        decomposed.append(accent)
        // Swift compares strings by canonical equivalence.
        #expect(composed == String(decomposed))
      }
    }
  }
}
