//! The compiled course: every document of every language, and their files.
//! It is complete: there is none while the course has an error.

use sanad_core::{
    format::content::{
        AboutDocument, BankDocument, GlossaryDocument, LessonDocument, MapDocument, ModuleDocument, RolePlayDocument, about_address,
        bank_address, glossary_address, lesson_address, map_address, module_address, role_play_address,
    },
    id::CourseId,
    lang::Lang,
};
use sha2::{Digest, Sha256};

/// A course without errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledCourse {
    /// Its id.
    pub id: CourseId,
    /// Its languages, the original first.
    pub languages: Vec<Lang>,
    /// One for each language.
    pub maps: Vec<MapDocument>,
    /// One for each module and language.
    pub modules: Vec<ModuleDocument>,
    /// One for each lesson that is written, and language.
    pub lessons: Vec<LessonDocument>,
    /// One for each role-play that is written, and language.
    pub role_plays: Vec<RolePlayDocument>,
    /// One for each item bank and language.
    pub banks: Vec<BankDocument>,
    /// One for each language.
    pub abouts: Vec<AboutDocument>,
    /// One for each language.
    pub glossaries: Vec<GlossaryDocument>,
}

impl CompiledCourse {
    /// Every document as a file: its address from the site's root, and its JSON. In the order of the addresses.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let mut files = self.hashed_files();
        files.extend(self.abouts.iter().map(|it| (about_address(it.lang), json(it))));
        files.sort();
        files
    }

    /// SHA-256 over the address and the JSON of every document but the about documents, in the order of the addresses.
    pub(crate) fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        for (address, json) in self.hashed_files() {
            hasher.update(address.as_bytes());
            hasher.update(b"\n");
            hasher.update(json.as_bytes());
            hasher.update(b"\n");
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn hashed_files(&self) -> Vec<(String, String)> {
        let mut files = Vec::new();
        files.extend(self.maps.iter().map(|it| (map_address(it.lang), json(it))));
        files.extend(self.modules.iter().map(|it| (module_address(it.lang, &it.summary.id), json(it))));
        files.extend(self.lessons.iter().map(|it| (lesson_address(it.lang, &it.module.id, &it.id), json(it))));
        files.extend(self.role_plays.iter().map(|it| (role_play_address(it.lang, &it.module.id, &it.id), json(it))));
        files.extend(self.banks.iter().map(|it| (bank_address(it.lang, &it.module), json(it))));
        files.extend(self.glossaries.iter().map(|it| (glossary_address(it.lang), json(it))));
        files.sort();
        files
    }
}

/// A document as JSON.
fn json(document: &impl serde::Serialize) -> String {
    // The documents are maps with texts as keys, and nothing in them fails to be written.
    serde_json::to_string(document).unwrap_or_default()
}
