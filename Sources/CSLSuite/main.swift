import Files
import Glibc

// CSLSuite <folder> <folder of locales> [name…]: runs every fixture of a folder, or those named and then prints what they gave;
// prints the names of those that don't pass, then "N of M fixtures pass".
guard CommandLine.arguments.count >= 3 else {
  print("usage: CSLSuite <folder of fixtures> <folder of locales> [name...]")
  exit(2)
}
do throws(FileProblem) {
  let names = Set(CommandLine.arguments.dropFirst(3))
  let suite = try Suite(folder: CommandLine.arguments[1], localesFolder: CommandLine.arguments[2], only: names)
  if !names.isEmpty {
    for failure in suite.failing { print("--- \(failure.name)\n\(failure.found)") }
  }
  print(suite.report, terminator: "")
  exit(suite.failing.isEmpty ? 0 : 1)
} catch {
  print(error.summary)
  exit(3)
}
