import Foundation

/// What a run of a program left.
package struct ProgramRun: Sendable {
  package var status: Int32
  package var output: String
  package var errors: String
}

/// The built `casebook`, which lies beside the test bundle.
package let casebookPath: String = {
  let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""  // then the usual place
  let beside = (bundle as NSString).deletingLastPathComponent + "/casebook"
  return FileManager.default.isExecutableFile(atPath: beside) ? beside : packageRoot + "/.build/debug/casebook"
}()

/// Runs the program in a folder and waits; without a terminal and, but for what is given, without an environment.
@discardableResult
package func casebook(_ arguments: String..., in folder: String = "/", environment: [String: String] = [:]) throws -> ProgramRun {
  let running = try start(casebookPath, arguments, in: folder, environment: environment)
  return try running.wait()
}

/// A program that runs.
package struct RunningProgram {
  package let id: pid_t
  fileprivate let written: TestFolder

  package func wait() throws -> ProgramRun {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(.ECHILD) }
    }
    // As a shell says it: a signal is 128 and its number.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return ProgramRun(status: code, output: written.text("output") ?? "", errors: written.text("errors") ?? "")
  }
}

package func start(
  _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]
) throws -> RunningProgram {
  let written = try TestFolder(named: "casebook-run")
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, written.path + "/output", O_WRONLY | O_CREAT, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, written.path + "/errors", O_WRONLY | O_CREAT, 0o600)
  // env changes the folder and becomes the program.
  var argv = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
  var envp = (["PATH": "/usr/bin:/bin"].merging(environment) { $1 }).map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argv + envp { free(pointer) } }
  var id: pid_t = 0
  let result = posix_spawn(&id, "/usr/bin/env", &actions, nil, &argv, &envp)
  guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .ENOEXEC) }
  return RunningProgram(id: id, written: written)
}
