/// What is wrong with one value of an `adopt` section, and what to do about it.
package struct AdoptionFault: Error {
    package static let code = "adopt.invalid"

    package let cause: String
    package let cure: String

    init(_ cause: String, cure: String = "The page Adopt a library of the documentation says what goes here.") {
        (self.cause, self.cure) = (cause, cure)
    }
}
