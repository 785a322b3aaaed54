/// What LaTeX's commands mean in Unicode.
enum LaTeXTables {
  /// A command that marks text up.
  struct Tag: Sendable {
    var start: String
    var end: String
    /// `\em` holds to the end of its group, `\emph` takes an argument.
    var isSwitch = false
  }

  static let tags: [String: Tag] = {
    let styles: [(start: String, end: String, commands: String, switches: String)] = [
      ("<i>", "</i>", "emph textit mkbibemph textsl mathit", "em it itshape sl"),
      ("<b>", "</b>", "textbf mkbibbold mathbf", "bf bfseries"),
      ("<span style=\"font-variant:small-caps;\">", "</span>", "textsc", "sc scshape"),
      ("<sup>", "</sup>", "textsuperscript mkbibsuperscript", ""),
      ("<sub>", "</sub>", "textsubscript mkbibsubscript", ""),
    ]
    var tags: [String: Tag] = [:]
    for style in styles {
      for name in style.commands.split(separator: " ") { tags[String(name)] = Tag(start: style.start, end: style.end) }
      for name in style.switches.split(separator: " ") { tags[String(name)] = Tag(start: style.start, end: style.end, isSwitch: true) }
    }
    return tags
  }()

  /// Commands that change nothing that matters here; their arguments stay.
  static let transparent: Set<String> = [
    "text", "textrm", "textnormal", "textup", "textmd", "textsf", "texttt", "mathrm", "mathsf", "mathtt", "mathbb", "mathcal", "mbox",
    "hbox", "rm", "rmfamily", "sf", "tt", "normalfont", "bibstring", "noopsort", "relax", "protect", "uppercase", "lowercase",
    "MakeUppercase",
    "operatorname", "left", "right", "displaystyle", "small", "large", "selectlanguage", "foreignlanguage", "newblock", "unskip", "nobreak",
    "natexlab", "bibinfo", "bibfield", "allowbreak", "linebreak", "par", "break", "limits", "nocorr", "switchargs",
  ]

  static let symbols: [String: String] = {
    var symbols: [String: String] = [:]
    for line in symbolList.split(separator: "\n") {
      for pair in line.split(separator: " ") {
        guard let equals = pair.firstIndex(of: "=") else { continue }
        symbols[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
    }
    symbols["space"] = " "
    symbols["quad"] = " "
    symbols["qquad"] = " "
    symbols["thinspace"] = "\u{2009}"
    symbols["nobreakspace"] = "\u{A0}"
    return symbols
  }()

  private static let symbolList = """
    ss=ß SS=ẞ ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å o=ø O=Ø l=ł L=Ł i=ı j=ȷ dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ ng=ŋ NG=Ŋ ij=ĳ IJ=Ĳ
    ldots=… dots=… textellipsis=… cdots=⋯ textendash=– textemdash=— textquoteleft=‘ textquoteright=’ textquotedblleft=“ textquotedblright=”
    lq=‘ rq=’ quotedblbase=„ quotesinglbase=‚ guillemotleft=« guillemotright=» guilsinglleft=‹ guilsinglright=› textquotesingle='
    textquotedbl=" textasciitilde=~ textasciicircum=^ textbackslash=\\ textbar=| textless=< textgreater=> textunderscore=_ textasteriskcentered=*
    textbraceleft={ textbraceright=} lbrace={ rbrace=} textdollar=$ textpercent=% textasciigrave=` slash=/ textbullet=• textperiodcentered=·
    textregistered=® texttrademark=™ textcopyright=© copyright=© S=§ P=¶ dag=† ddag=‡ textdagger=† textdaggerdbl=‡ pounds=£ textsterling=£
    texteuro=€ euro=€ EUR=€ textyen=¥ textcent=¢ textdegree=° degree=° textcelsius=℃ textmu=µ textmicro=µ textohm=Ω textordmasculine=º
    textordfeminine=ª textonehalf=½ textonequarter=¼ textthreequarters=¾ textexclamdown=¡ textquestiondown=¿ textsection=§ textparagraph=¶
    textnumero=№ textperthousand=‰ checkmark=✓ TeX=TeX LaTeX=LaTeX
    alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ omicron=ο
    pi=π rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π
    Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω textalpha=α textbeta=β textgamma=γ textdelta=δ textkappa=κ textlambda=λ textOmega=Ω
    times=× texttimes=× div=÷ pm=± textpm=± mp=∓ cdot=· ast=∗ circ=° le=≤ leq=≤ leqslant=≤ ge=≥ geq=≥ geqslant=≥ ne=≠ neq=≠ approx=≈
    sim=∼ simeq=≃ equiv=≡ ll=≪ gg=≫ propto=∝ infty=∞ to=→ rightarrow=→ leftarrow=← leftrightarrow=↔ uparrow=↑ downarrow=↓ Rightarrow=⇒
    partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ sqrt=√ in=∈ cup=∪ cap=∩ subset=⊂ emptyset=∅ forall=∀ exists=∃ prime=′ bullet=• star=⋆
    lt=< gt=> vert=| mid=| ell=ℓ hbar=ℏ angle=∠ perp=⊥ parallel=∥ male=♂ female=♀ textmale=♂ textfemale=♀
    """

  /// Accent commands and the combining character of each.
  static let accents: [String: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}", "u": "\u{306}",
    "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}", "b": "\u{331}", "t": "\u{361}",
    "textcommabelow": "\u{326}",
  ]

  /// Letter and accent as one character where Unicode has one.
  ///
  ///     compose("e", "\u{301}")  // "é"
  static func compose(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> String {
    let base: Unicode.Scalar = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
    if let composed = composed[Pair(base: base, mark: mark)] { return String(Character(composed)) }
    var text = String.UnicodeScalarView()
    text.append(base)
    text.append(mark)
    return String(text)
  }

  private struct Pair: Hashable {
    var base: Unicode.Scalar
    var mark: Unicode.Scalar
  }

  /// For each accent: a letter, then letter and accent in one.
  private static let composed: [Pair: Unicode.Scalar] = {
    let lists: [(Unicode.Scalar, String)] = [
      ("\u{301}", "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵKḰkḱMḾmḿPṔpṕWẂwẃæǽÆǼøǿØǾåǻÅǺ"),
      ("\u{300}", "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹWẀwẁYỲyỳ"),
      ("\u{302}", "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑ"),
      ("\u{308}", "AÄEËIÏOÖUÜaäeëiïoöuüYŸyÿHḦhḧWẄwẅXẌxẍtẗ"),
      ("\u{303}", "AÃNÑOÕaãnñoõIĨiĩUŨuũEẼeẽYỸyỹVṼvṽ"),
      ("\u{304}", "AĀaāEĒeēIĪiīOŌoōUŪuūYȲyȳGḠgḡæǣÆǢ"),
      ("\u{307}", "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡTṪtṫWẆwẇXẊxẋYẎyẏ"),
      ("\u{306}", "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
      ("\u{30C}", "CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧKǨkǩLĽlľjǰHȞhȟ"),
      ("\u{30B}", "OŐoőUŰuű"),
      ("\u{327}", "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
      ("\u{328}", "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
      ("\u{30A}", "AÅaåUŮuůwẘyẙ"),
      ("\u{323}", "AẠaạBḄbḅDḌdḍEẸeẹHḤhḥIỊiịKḲkḳLḶlḷMṂmṃNṆnṇOỌoọRṚrṛSṢsṣTṬtṭUỤuụVṾvṿWẈwẉYỴyỵZẒzẓ"),
      ("\u{331}", "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
      ("\u{326}", "SȘsșTȚtț"),
    ]
    var composed: [Pair: Unicode.Scalar] = [:]
    for (mark, letters) in lists {
      let scalars = Array(letters.unicodeScalars)
      for k in stride(from: 0, to: scalars.count - 1, by: 2) { composed[Pair(base: scalars[k], mark: mark)] = scalars[k + 1] }
    }
    return composed
  }()
}
