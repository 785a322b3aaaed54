/// A published classification whose codes have a fixed form. The code is the author's; a valid form says nothing of whether it fits the wound.
package enum Classification: String, Hashable, Sendable, CaseIterable {
  /// Pressure injuries, NPIAP 2016: 1-4, unstageable, dtpi, mucosal.
  case npiap
  /// Diabetic foot, Wagner-Meggitt: 0-5.
  case wagner
  /// Diabetic foot, University of Texas: grade 0-3, then stage A-D.
  case universityOfTexas = "university-of-texas"
  /// Threatened limb, SVS 2014: W2I1fI0.
  case wifi
  /// Venous disease, CEAP 2020, clinical class: C4b, C6r, C6r,s.
  case ceap
  /// Diabetic foot infection, IWGDF/IDSA: 1-4, O for osteomyelitis with 3 or 4.
  case iwgdfInfection = "iwgdf-infection"

  /// By the key in a case, or by a common short form: "ut", "ceap_c".
  package init?(key: String) {
    switch key {
    case "ut": self = .universityOfTexas
    case "ceap_c", "ceap-c": self = .ceap
    case "iwgdf_infection", "iwgdf", "idsa": self = .iwgdfInfection
    case "wagner-meggitt": self = .wagner
    case "npuap": self = .npiap
    default: self.init(rawValue: key)
    }
  }

  /// Whether `code` has the form that the system prescribes: "2B" for University of Texas, not "B2".
  package func accepts(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    switch self {
    case .npiap: return ["1", "2", "3", "4", "unstageable", "dtpi", "mucosal"].contains(code)
    case .wagner: return bytes.count == 1 && bytes[0].isDigit(upTo: 5)
    case .universityOfTexas:
      return bytes.count == 2 && bytes[0].isDigit(upTo: 3) && (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(bytes[1])
    case .wifi: return Self.isWIfI(bytes)
    case .ceap: return Self.isCEAP(code)
    case .iwgdfInfection: return ["1", "2", "3", "4", "3O", "4O"].contains(code)
    }
  }

  private static func isWIfI(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 7 else { return false }
    let letters = [bytes[0], bytes[2], bytes[4], bytes[5]]
    return letters == Array("WIfI".utf8) && [bytes[1], bytes[3], bytes[6]].allSatisfy { $0.isDigit(upTo: 3) }
  }

  private static func isCEAP(_ code: String) -> Bool {
    var rest = code[...]
    guard rest.popFirst() == "C" else { return false }
    if rest.last == "s" || (rest.last == "a" && !(rest == "4a")) {
      rest = rest.dropLast()
      if rest.last == "," { rest = rest.dropLast() }
    }
    return ["0", "1", "2", "2r", "3", "4", "4a", "4b", "4c", "5", "6", "6r"].contains(String(rest))
  }
}

extension UInt8 {
  fileprivate func isDigit(upTo greatest: UInt8) -> Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "0") + greatest }
}
