// What an application needs beside this module's own types comes with `import Gatehouse`.
@_exported public import CallbackChains
@_exported public import ForeignCalls
@_exported public import HookPoints
@_exported public import HostServices
@_exported public import JSONText
@_exported public import MatrixCallbacks
@_exported public import ModuleLoader
