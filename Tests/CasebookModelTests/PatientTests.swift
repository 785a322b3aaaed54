import CasebookModel
import Testing

@Suite struct PatientTests {
  @Test(arguments: [
    (58, AgePolicy.decade, "Man, 50s"), (58, .exact, "Man, 58"), (58, .fiveYear, "Man, 55 to 59"), (90, .exact, "Man, 90 or older"),
    (104, .decade, "Man, 90 or older"), (89, .exact, "Man, 89"), (4, .decade, "Boy, under 10"),
  ])
  func agesFollowThePolicy(_ age: Int, _ policy: AgePolicy, _ expected: String) {
    #expect(Patient(age: age, sex: .male).description(by: policy) == expected)
  }

  @Test func nothingIsSaidOfWhatIsNotStated() {
    #expect(Patient().description(by: .exact) == nil)
    #expect(Patient(sex: .female).description(by: .exact) == "Woman")
    #expect(Patient(age: 40).description(by: .decade) == "40s")
  }
}
