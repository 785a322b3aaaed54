import Files
import Glibc

// VectorSuite <folder>: runs every vector file of a folder; prints the rows that differ, then "N of M rows pass".
guard CommandLine.arguments.count == 2 else {
  print("usage: VectorSuite <folder of vector files>")
  exit(2)
}
do throws(FileProblem) {
  let suite = try Suite(folder: CommandLine.arguments[1])
  print(suite.report, terminator: "")
  exit(suite.failures.isEmpty ? 0 : 1)
} catch {
  print(error.summary)
  exit(3)
}
