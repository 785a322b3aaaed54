package import CasebookBuild
internal import Diagnostics
internal import Files
internal import Synchronization

/// What `casebook serve` is asked to do.
package struct ServeOptions: Sendable {
  /// The site's folder.
  package var root: String
  package var address = "127.0.0.1"
  /// 0: any that is free.
  package var port: UInt16 = 0
  /// Look at files instead of waiting for the system to tell, for folders of a network.
  package var isPolling = false
  package var jobs: Int

  package init(root: String, jobs: Int) {
    self.root = root
    self.jobs = jobs
  }
}

/// Builds the site into a private folder, shows it, and builds again what each change needs, until the program ends.
///
/// Drafts are shown too. A page that was shown stays until the right one follows: faulty cases keep their last good files.
package func serve(_ options: ServeOptions, onBuild: @Sendable (BuildReport?, UInt16) -> Void) async throws {
  let output = "\(options.root)/.casebook/serve"
  var building = BuildOptions(root: options.root, output: output, keepsGoing: true, jobs: options.jobs)
  building.showsDrafts = true
  building.collectsReads = true
  let session = BuildSession(building)
  let hub = EventHub()
  let site = ServedSite(root: options.root, output: output)
  let server = try HTTPServer(address: options.address, port: options.port, hub: hub) { site.answer($0) }
  site.allowHosts(of: options.address, port: server.port)
  server.run()
  onBuild(nil, server.port)
  let watching = Watching(FileWatcher(root: options.root, isPolling: options.isPolling))
  var changed: Set<String>?
  var reads: Set<String> = ["content", "content/site.yaml"]
  while true {
    do {
      let report = try await session.build(changed: changed)
      reads = report.reads.union(["content/site.yaml"])
      hub.publish(site.update(report))
      onBuild(report, server.port)
    } catch let problem as FileProblem {
      // A folder that went away may come back.
      hub.publish(site.update(problem.diagnostic()))
    }
    changed = await watching.next(reads)
  }
}

/// The watcher, waited for on a thread of its own.
private final class Watching: Sendable {
  private let watcher: Mutex<FileWatcher>

  init(_ watcher: FileWatcher) { self.watcher = Mutex(watcher) }

  func next(_ reads: Set<String>) async -> Set<String>? {
    await withCheckedContinuation { continuation in
      onThread {
        let changed: Set<String>? = self.watcher.withLock { watcher in
          let unsure = watcher.watch(reads)
          return unsure.isEmpty ? watcher.next() : unsure
        }
        continuation.resume(returning: changed)
      }
    }
  }
}
