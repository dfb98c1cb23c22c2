extension String {
    /// The word that was probably meant: the first that is one slip of the finger away, else the first that is two.
    func closest(of words: [String]) -> String? {
        for slips in 1...2 {
            if let word = words.first(where: { self[...].isWithin(slips, of: $0[...]) }) { return word }
        }
        return nil
    }
}

extension Substring {
    /// Whether so many characters at most were inserted, left out, mistaken, or swapped with their neighbour.
    fileprivate func isWithin(_ slips: Int, of word: Substring) -> Bool {
        guard let first, let expected = word.first else { return count + word.count <= slips }
        if first == expected { return dropFirst().isWithin(slips, of: word.dropFirst()) }
        guard slips > 0 else { return false }
        let swapped = count > 1 && prefix(2).reversed().elementsEqual(word.prefix(2))
        return swapped && dropFirst(2).isWithin(slips - 1, of: word.dropFirst(2))
            || dropFirst().isWithin(slips - 1, of: word.dropFirst())
            || dropFirst().isWithin(slips - 1, of: word)
            || isWithin(slips - 1, of: word.dropFirst())
    }
}
