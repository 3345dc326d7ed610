//! Objects by their kind.

use super::*;

impl Heap {
    /// The bytes of a string; none for 0.
    #[inline(always)]
    pub fn str(&self, h: u64) -> &[u8] {
        match self.objs.get(obj_of(h)) {
            Some(Obj::Str(s)) => s.get(),
            _ => &[],
        }
    }

    /// The length of a string.
    #[inline(always)]
    pub fn str_len(&self, h: u64) -> usize {
        match self.objs.get(obj_of(h)) {
            Some(Obj::Str(s)) => s.len as usize,
            _ => 0,
        }
    }

    /// A string as text, invalid UTF-8 replaced.
    pub fn to_text(&self, h: u64) -> String {
        String::from_utf8_lossy(self.str(h)).into_owned()
    }

    /// A map; none if nil.
    #[inline]
    pub fn get_map(&self, h: u64) -> Option<&Map> {
        match self.objs.get(obj_of(h)) {
            Some(Obj::Map(m)) => Some(m),
            _ => None,
        }
    }

    /// A map, to be changed; none if nil.
    #[inline]
    pub fn get_map_mut(&mut self, h: u64) -> Option<&mut Map> {
        match self.objs.get_mut(obj_of(h)) {
            Some(Obj::Map(m)) => Some(m),
            _ => None,
        }
    }

    /// A closure; none if nil.
    #[inline(always)]
    pub fn get_closure(&self, h: u64) -> Option<&Closure> {
        match self.objs.get(obj_of(h)) {
            Some(Obj::Closure(c)) => Some(c),
            _ => None,
        }
    }

    /// A channel; none if nil.
    #[inline(always)]
    pub fn get_chan(&self, h: u64) -> Option<&Rc<ChanObj>> {
        match self.objs.get(obj_of(h)) {
            Some(Obj::Chan(c)) => Some(c),
            _ => None,
        }
    }

    /// The shared object that a word names, if it names one.
    pub fn shared(&self, h: u64) -> Option<ObjId> {
        match self.objs.get(obj_of(h)) {
            Some(Obj::Chan(c)) => Some(c.chan.id()),
            Some(Obj::Native(n)) => n.id(),
            _ => None,
        }
    }

    /// A native object of the given type.
    #[inline]
    pub fn get_native<T: Native>(&self, h: u64) -> Option<&T> {
        match self.objs.get(obj_of(h)) {
            Some(Obj::Native(n)) => n.any().downcast_ref(),
            _ => None,
        }
    }
}
