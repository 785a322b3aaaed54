/// The superscript characters of Unicode and what they raise.
enum Superscripts {
  static let plain: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = ["\u{2120}": "SM", "\u{2122}": "TM"]
    for (raised, plain) in pairs {
      for (a, b) in zip(raised.unicodeScalars, plain.unicodeScalars) { table[a] = String(b) }
    }
    return table
  }()

  private static let pairs: [(String, String)] = [
    ("ª²³¹º", "a231o"),
    ("ʰʱʲʳʴʵʶʷʸˠˡˢˣˤˀˁ", "hɦjrɹɻʁwyɣlsxʕʔʕ"),
    ("ᴬᴭᴮᴰᴱᴲᴳᴴᴵᴶᴷᴸᴹᴺᴼᴽᴾᴿᵀᵁᵂ", "AÆBDEƎGHIJKLMNOȢPRTUW"),
    ("ᵃᵄᵅᵆᵇᵈᵉᵊᵋᵌᵍᵏᵐᵑᵒᵓᵔᵕᵖᵗᵘᵙᵚᵛᵜᵝᵞᵟᵠᵡ", "aɐɑᴂbdeəɛɜgkmŋoɔᴖᴗptuᴝɯvᴥβγδφχ"),
    ("\u{6E5}\u{6E6}", "\u{648}\u{64A}"),
    ("⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "0i456789+−=()n"),
    ("㆒㆓㆔㆕㆖㆗㆘㆙㆚㆛㆜㆝㆞㆟", "一二三四上中下甲乙丙丁天地人"),
  ]
}
