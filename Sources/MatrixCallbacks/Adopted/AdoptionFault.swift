/// What is wrong with one value of an `adopt` section, and what to do about it.
struct AdoptionFault: Error {
    let cause: String
    let cure: String

    init(_ cause: String, cure: String = "The page Adopt a library of the documentation says what goes here.") {
        (self.cause, self.cure) = (cause, cure)
    }
}
