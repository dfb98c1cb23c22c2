/// How much a user may upload in a period of time.
public struct MediaUploadLimit: Hashable, Sendable {
    public var maxBytes: Int64
    public var timePeriod: Duration
    /// Where a user who has reached it reads on.
    public var infoURI: String?
    /// The user could get a higher one.
    public var canUpgrade: Bool

    public init(maxBytes: Int64, timePeriod: Duration, infoURI: String? = nil, canUpgrade: Bool = false) {
        (self.maxBytes, self.timePeriod) = (maxBytes, timePeriod)
        (self.infoURI, self.canUpgrade) = (infoURI, canUpgrade)
    }

    /// As the contract has it.
    package var milliseconds: Int64 {
        let (seconds, attoseconds) = timePeriod.components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}

/// How often a user may do something. A rate of 0 with a burst of 0 forbids it.
public struct RatelimitOverride: Hashable, Sendable {
    public var perSecond: Double
    public var burstCount: Int64

    public init(perSecond: Double, burstCount: Int64) { (self.perSecond, self.burstCount) = (perSecond, burstCount) }
}

/// What the token of a renewal mail is worth.
public struct Renewal: Hashable, Sendable {
    public var isValid: Bool
    /// It was used before.
    public var isStale: Bool
    /// Until when the account is good: milliseconds since 1970.
    public var expiration: Int64

    public init(isValid: Bool, isStale: Bool, expiration: Int64) {
        (self.isValid, self.isStale, self.expiration) = (isValid, isStale, expiration)
    }
}
