internal import CasebookReader
internal import Glibc
internal import Processes

/// Why nobody can say what changed.
package enum ChangedCasesProblem: Error, Hashable, Sendable {
  case noGit
  /// What git says of the commit or of the folder.
  case refused(String)
}

/// The cases that differ from the commit at which this branch left `reference`, in the work tree as it is, new files included; nil when something
/// changed that every case reads.
///
///     try changedCases(since: "origin/main", root: ".")   // ["heel-ulcer"]
package func changedCases(since reference: String, root: String) throws(ChangedCasesProblem) -> Set<String>? {
  guard !reference.hasPrefix("-") else { throw .refused("a commit's name does not begin with a hyphen") }
  let differing = try git(["diff", "--name-only", "-z", "--relative", "--no-renames", "--merge-base", reference, "--"], in: root)
  let new = try git(["ls-files", "--others", "--exclude-standard", "-z"], in: root)
  var slugs: Set<String> = []
  for path in differing + new {
    let parts = path.split(separator: "/")
    if parts.first == "content", parts.count > 3, parts[1] == "cases" {
      slugs.insert(String(parts[2]))
    } else if parts.first == "content" || parts.first == "templates" {
      return nil
    }
  }
  return slugs
}

/// The paths that git prints, relative to the site's folder.
private func git(_ arguments: [String], in root: String) throws(ChangedCasesProblem) -> [String] {
  var limits = ChildLimits(seconds: 120, patience: 240, memory: 16_000_000)
  // Whose folders git trusts stands in its user's settings.
  let names: [String] = ["PATH", "HOME", "XDG_CONFIG_HOME"]
  let passed = names.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
  limits.environment = passed + ["LC_ALL=C", "GIT_OPTIONAL_LOCKS=0"]
  do throws(ChildFailure) {
    let bytes = try output(of: "/usr/bin/env", ["git", "-C", root] + arguments, input: [], limits)
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  } catch {
    switch error {
    case .notInstalled: throw .noGit
    case .failed(let reason): throw reason.contains("No such file or directory") ? .noGit : .refused(reason)
    case .tookTooLong, .wroteTooMuch: throw .refused("git takes too long")
    }
  }
}
