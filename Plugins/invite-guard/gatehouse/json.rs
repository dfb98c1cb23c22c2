//! JSON values, read through the host.

use super::c;
use std::borrow::Cow;
use std::os::raw::c_char;

/// A slice of somebody's JSON text.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    text: &'a str,
    functions: &'a c::JsonFunctions,
}

impl<'a> Json<'a> {
    /// # Safety
    /// `text` and `functions` must come from the host and live for `'a`.
    pub(super) unsafe fn new(text: c::Json, functions: *const c::JsonFunctions) -> Json<'a> {
        // SAFETY: as above.
        unsafe {
            Json {
                text: super::view(text),
                functions: &*functions,
            }
        }
    }

    pub fn is_array(&self) -> bool {
        self.text.starts_with('[')
    }

    pub fn is_object(&self) -> bool {
        self.text.starts_with('{')
    }

    /// The value at a JSON pointer.
    pub fn get(&self, pointer: &str) -> Option<Json<'a>> {
        let mut value = c::Json::ABSENT;
        // SAFETY: all pointers are good until `get` returns.
        let found = unsafe {
            (self.functions.get)(c::Str::new(self.text), c::Str::new(pointer), &mut value)
        };
        // SAFETY: a slice of this text.
        (found == c::FOUND).then(|| unsafe { Json::new(value, self.functions) })
    }

    /// The text, where this is a string.
    pub fn string(&self) -> Option<Cow<'a, str>> {
        let inside = self.text.strip_prefix('"')?.strip_suffix('"')?;
        if !inside.contains('\\') {
            return Some(Cow::Borrowed(inside));
        }
        let mut buffer = vec![0u8; inside.len()]; // no escape is shorter than what it stands for
        let (text, mut length) = (c::Str::new(self.text), 0);
        // SAFETY: the buffer is as long as its capacity says.
        let found = unsafe {
            (self.functions.unescape)(
                text,
                buffer.as_mut_ptr() as *mut c_char,
                buffer.len(),
                &mut length,
            )
        };
        buffer.truncate(length);
        (found == c::FOUND)
            .then(|| String::from_utf8(buffer).ok())
            .flatten()
            .map(Cow::Owned)
    }

    /// The members of an object with their keys, or the elements of an array, with themselves as keys.
    pub fn members(&self) -> impl Iterator<Item = (Json<'a>, Json<'a>)> {
        let (container, functions, mut cursor) = (c::Str::new(self.text), self.functions, 0);
        std::iter::from_fn(move || {
            let (mut key, mut value) = (c::Json::ABSENT, c::Json::ABSENT);
            // SAFETY: the text lives for 'a, the rest until `next` returns.
            let found = unsafe { (functions.next)(container, &mut cursor, &mut key, &mut value) };
            // SAFETY: slices of the container's text.
            (found == c::FOUND)
                .then(|| unsafe { (Json::new(key, functions), Json::new(value, functions)) })
        })
    }
}
