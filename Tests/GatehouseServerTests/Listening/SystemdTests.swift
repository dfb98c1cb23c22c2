import Glibc
import Testing

@testable import GatehouseServer

struct SystemdTests {
    @Test func `without systemd there are no sockets, and nobody hears anything`() {
        let systemd = Systemd(environment: [:])
        #expect(systemd.sockets.isEmpty)
        systemd.say("READY=1")
    }

    @Test(arguments: [("1", "1"), ("", "1"), ("own", "0"), ("own", "x"), ("own", "-1")])
    func `sockets that are meant for another process, or none, are not taken`(pid: String, count: String) {
        let own = pid == "own" ? "\(getpid())" : pid
        #expect(Systemd(environment: ["LISTEN_PID": own, "LISTEN_FDS": count]).sockets.isEmpty)
    }
}
