// What a test needs besides comes with `import GatehouseTesting`.
@_exported public import Gatehouse
@_exported public import Logging
