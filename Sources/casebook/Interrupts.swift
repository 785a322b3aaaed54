internal import CasebookBuild
internal import Glibc

/// SIGINT and SIGTERM: a build that has decided nothing yet is undone, one that has is finished, and then the program ends.
enum Interrupts {
  static let build = Interruption()

  /// Takes the two signals away from all threads and gives them to one of their own. Must be called before any other thread is started.
  static func watch() {
    var signals = handled
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var signals = Interrupts.handled
        var number: Int32 = 0
        while sigwait(&signals, &number) != 0 {}
        Interrupts.build.interrupt { _exit(128 + number) }
      }, nil)
  }

  private static var handled: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}
