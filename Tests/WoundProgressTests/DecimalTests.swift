import Testing

@testable import WoundProgress

@Suite struct DecimalTests {
  @Test(arguments: [
    ("4.2", "4.2"), ("4.20", "4.2"), ("0", "0"), ("-0", "0"), (".5", "0.5"), ("-0.05", "-0.05"), ("007", "7"),
    ("12.566370614359", "12.566370614359"), ("0.7853981633974483", "0.7853981633974483"), ("900719925474099.5", "900719925474099.5"),
  ])
  func readsWhatIsWritten(_ text: String, _ expected: String) throws {
    #expect(Decimal(parsing: text)?.text == expected)
  }

  @Test(arguments: ["", ".", "-", "5.", "1,5", "1e3", "4 cm", " 4", "--4", "1.2.3", "−4", "NaN", "1234567890123456", "٣"])
  func readsNothingElse(_ text: String) { #expect(Decimal(parsing: text) == nil) }

  @Test func aVeryLongFractionIsRoundedNotRefused() throws {
    let third = try #require(Decimal(parsing: "0." + String(repeating: "3", count: 10_000)))
    #expect(third.text == "0.333333333333333333")
  }

  @Test(arguments: [
    ("0.45", 1, "0.5"), ("0.25", 1, "0.3"), ("-0.45", 1, "-0.5"), ("-0.04", 1, "0.0"), ("2.675", 2, "2.68"), ("9.95", 1, "10.0"),
    ("4", 2, "4.00"), ("0.005", 2, "0.01"), ("12", 0, "12"), ("-12.5", 0, "-13"),
  ])
  func roundsHalfAwayFromZero(_ text: String, _ places: Int, _ expected: String) throws {
    #expect(Decimal(parsing: text)?.text(places: places) == expected)
  }

  @Test func typesetsTheTrueMinusSign() throws {
    #expect(Decimal(parsing: "-0.7")?.typeset(places: 1) == "\u{2212}0.7")
    #expect(Decimal(parsing: "4")?.recorded == "4.0")
    #expect(Decimal(parsing: "3.25")?.recorded == "3.25")
  }

  @Test func multipliesWithoutBinaryNoise() throws {
    let product = try #require(Decimal(parsing: "1.5")) * #require(Decimal(parsing: "0.3"))
    #expect(product.text == "0.45")
    #expect(product.text(places: 1) == "0.5")
  }

  @Test func equalNumbersAreEqualHoweverWritten() throws {
    #expect(Decimal(parsing: "2.0") == Decimal(2))
    #expect(Decimal(millionths: 4_200_000) == Decimal(parsing: "4.2"))
    #expect(try #require(Decimal(parsing: "0.2")) < #require(Decimal(parsing: "0.21")))
    #expect(try #require(Decimal(parsing: "-3")) < #require(Decimal(parsing: "0.1")))
  }

  @Test func hugeNumbersNeverTrap() throws {
    let huge = try #require(Decimal(parsing: "999999999999999.999"))
    let tiny = try #require(Decimal(parsing: "0.000000000000000001"))
    #expect((huge * huge).isNegative == false)
    #expect((-(huge * huge) * huge).isNegative)
    #expect((tiny * tiny).isZero)
    #expect(huge + tiny == huge)
    #expect(-Decimal(Int.min) > .zero)
    #expect(Decimal(rounding: 1e300) > huge)
    #expect(Decimal(rounding: .nan).isZero)
    #expect(Decimal(rounding: -1e-300).isZero)
    let ratio = try #require(Ratio(huge * huge, over: tiny))
    #expect(ratio.times(.max).over(1).times(.max).isAtLeast(1))
    _ = ratio.text(places: 4)
  }

  @Test func aRatioComparesUnroundedAndCutsOffForThresholds() throws {
    let part = try #require(Decimal(parsing: "1.999"))
    let ratio = try #require(Ratio(part, over: Decimal(4))).times(100)
    #expect(ratio.text(places: 1) == "50.0")
    #expect(ratio.truncatedText(places: 1) == "49.9")
    #expect(!ratio.isAtLeast(50))
    #expect(Ratio(Decimal(1), over: .zero) == nil)
  }

  @Test func aComputedDoubleLosesItsNoise() {
    #expect(Decimal(rounding: 0.1 + 0.2).text == "0.3")
    #expect(Decimal(rounding: 12.349999999999998).text(places: 1) == "12.4")
    #expect(Decimal(rounding: 9.236282401553993).text(places: 1) == "9.2")
  }
}
