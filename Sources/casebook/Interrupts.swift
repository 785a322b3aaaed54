internal import CasebookBuild
internal import Glibc

/// SIGINT and SIGTERM: a build that has decided nothing yet is undone, one that has is finished, and then the program ends.
enum Interrupts {
  static let build = Interruption()

  /// From the handler, which may do next to nothing, to a thread that may do anything.
  private static let channel: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    return pipe(&ends) == 0 ? (ends[0], ends[1]) : (-1, -1)
  }()

  /// A signal that the caller has switched off stays so.
  static func watch() {
    guard channel.read >= 0 else { return }
    var thread = pthread_t()
    let hasThread = pthread_create(
      &thread, nil,
      { _ in
        var number: UInt8 = 0
        while read(Interrupts.channel.read, &number, 1) != 1 {}
        Interrupts.build.interrupt { _exit(128 + Int32(number)) }
      }, nil)
    guard hasThread == 0 else { return }
    for number in [SIGINT, SIGTERM] { handle(number) }
  }

  private static func handle(_ number: Int32) {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0, action.__sigaction_handler.sa_handler == nil else { return }
    action.__sigaction_handler.sa_handler = { number in
      var byte = UInt8(truncatingIfNeeded: number)
      _ = Glibc.write(Interrupts.channel.write, &byte, 1)
    }
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }
}
