package import Gatehouse
import HostServices
package import ModuleLoader
import NIOCore

/// What a server would refuse of what is there beside its modules, found without touching any of it.
///
/// What is not there yet may be there when the server starts, and what is in use now may be free then: neither counts.
package enum ServerForecast {
    package static func problems(_ configuration: Configuration) -> [Problem] {
        kept(configuration) + token(configuration) + media(configuration.server) + sockets(configuration)
    }

    /// The data folder, those of the instances in it, and what modules keep there. A file of decisions that is damaged is
    /// set aside when the server starts.
    private static func kept(_ configuration: Configuration) -> [Problem] {
        guard let folder = configuration.dataFolder.map(configuration.path) else { return [] }
        let folders = [folder] + configuration.requests().map { "\(folder)/modules/\($0.name)" }
        return folders.flatMap(DataFolder.problems) + [SQLiteStore.problem(folder: folder)].compactMap(\.self)
    }

    private static func token(_ configuration: Configuration) -> [Problem] {
        do throws(Problems) {
            _ = try configuration.server.tokenFile.map { path throws(Problems) in
                try TokenFile.read(configuration.path(path))
            }
            return []
        } catch {
            return error.list
        }
    }

    private static func media(_ settings: ServerSettings) -> [Problem] {
        do throws(Problem) {
            _ = try settings.mediaFolder.map { path throws(Problem) in try SharedFolder(path: path).isThere() }
            return []
        } catch {
            return [error]
        }
    }

    private static func sockets(_ configuration: Configuration) -> [Problem] {
        let settings = configuration.server
        let file = settings.socket.map { SocketFile(path: configuration.path($0), mode: settings.socketMode) }
        let unguarded = settings.tokenFile == nil ? settings.listen.flatMap(unguarded) : nil
        return [file?.obstacle, unguarded].compactMap(\.self)
    }

    /// Of a name nobody knows what it stands for before it is looked up.
    private static func unguarded(_ address: ListenAddress) -> Problem? {
        guard let known = try? SocketAddress(ipAddress: address.host, port: address.port), !known.isLocal else {
            return nil
        }
        return HTTPFront.unguarded(.address(address))
    }
}
