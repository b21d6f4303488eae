//! What a browser keeps is a contract: each stored type has a file of each version in `stored/`, which must open for ever.
//! What is no stored value is refused with its reason, and never panics.

use std::{fs, path::Path};

use litemap::LiteMap;
use proptest::prelude::*;
use sanad_core::{
    format::{
        event::{Answered, Event, Fact},
        names,
        private::Note,
        settings::{Settings, Theme},
        stored::{LONGEST, StoredError, VERSION},
    },
    item::reflection,
    lang::Lang,
    response::{LONGEST_TYPED, Response, typed},
    role::Role,
    score::{Confidence, Outcome, Score},
};

use crate::{
    arbitrary::{event, laws, note, text},
    item::KINDS,
    site::root,
};

fn folder() -> std::path::PathBuf {
    root().join("tests/suite/stored")
}

/// A kept file, without the line end that an editor adds.
#[track_caller]
fn kept(path: &str) -> String {
    let text = fs::read_to_string(folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.trim_end_matches('\n').to_owned()
}

fn item() -> sanad_core::id::ItemId {
    "adult-elements".parse().expect("an id")
}

fn part(id: &str) -> sanad_core::id::PartId {
    id.parse().expect("an id")
}

/// A response of each kind, by the name of its kept file.
fn responses() -> Vec<(&'static str, Response)> {
    let gaps: LiteMap<_, _> = [(part("brought"), "act".to_owned()), (part("who"), "قاضي التحقيق".to_owned())].into_iter().collect();
    let pairs: LiteMap<_, _> = [(part("housing"), part("act")), (part("threat"), part("means"))].into_iter().collect();
    vec![
        ("choice", Response::Choice(part("three"))),
        ("multiple", Response::Multiple([part("three"), part("act")].into_iter().collect())),
        ("matching", Response::Matching(pairs.clone())),
        ("ordering", Response::Ordering(["notice", "record", "judge"].map(part).to_vec())),
        ("categories", Response::Categories(pairs)),
        ("gaps", Response::Gaps(gaps)),
        ("hot-text", Response::HotText([part("passport")].into_iter().collect())),
        ("numeric", Response::Numeric("١٨ سنة".to_owned())),
        ("scale", Response::Scale([(part("asking"), 4), (part("waiting"), 1)].into_iter().collect())),
        ("reflection", Response::Reflection),
    ]
}

/// Each stored value that version 1 knew, by the name of its kept file.
fn events() -> Vec<(String, Event)> {
    let lesson = || "act-means-purpose".parse().expect("an id");
    let confidence = Some(Confidence::nearest(70));
    let cleared = Fact::Drafted { item: item(), response: None, confidence: None };
    let mut facts = vec![
        ("opened".to_owned(), Fact::Opened { lesson: lesson() }),
        ("finished".to_owned(), Fact::Finished { lesson: lesson() }),
        ("hint-taken".to_owned(), Fact::HintTaken { item: item() }),
        ("answer-shown".to_owned(), Fact::AnswerShown { item: item() }),
        ("retried".to_owned(), Fact::Retried { item: item() }),
        ("drafted-cleared".to_owned(), cleared),
    ];
    for (kind, response) in responses() {
        let drafted = Fact::Drafted { item: item(), response: Some(response.clone()), confidence };
        facts.push((format!("drafted-{kind}"), drafted));
        let is_marked = !["scale", "reflection"].contains(&kind);
        let (outcome, score) = if is_marked { (Outcome::Partial, Score::new(1, 2)) } else { (Outcome::Pending, Score::new(0, 0)) };
        let objective = Some("elements".parse().expect("an id"));
        let answered = Answered { item: item(), response, outcome, score, confidence, objective, critical: true };
        facts.push((format!("answered-{kind}"), Fact::Answered(answered)));
    }
    for (word, outcome) in [("correct", Outcome::Correct), ("incorrect", Outcome::Incorrect)] {
        let response = Response::Choice(part("three"));
        let score = Score::new(u32::from(outcome == Outcome::Correct), 1);
        let answered = Answered { item: item(), response, outcome, score, confidence: None, objective: None, critical: false };
        facts.push((format!("answered-{word}"), Fact::Answered(answered)));
    }
    facts.into_iter().map(|(name, fact)| (format!("event-{name}"), Event { at: 1_795_478_400_000, fact })).collect()
}

/// What version 2 has added.
fn events_since_2() -> Vec<(String, Event)> {
    let passed_by = Fact::PassedBy { item: item() };
    events().into_iter().chain([("event-passed-by".to_owned(), Event { at: 1_795_478_400_000, fact: passed_by })]).collect()
}

fn notes() -> Vec<(String, Note)> {
    vec![("note".to_owned(), Note::new(1_795_478_400_000, item(), "سطر أول\nوثانٍ \"بين علامتين\""))]
}

fn settings() -> Vec<(String, Settings)> {
    vec![
        ("settings".to_owned(), Settings { theme: Theme::Dark, lang: Some(Lang::Ar), role: Some(Role::Committee), ..Settings::default() }),
        ("settings-first".to_owned(), Settings::default()),
    ]
}

/// Each kept file of an old version opens as the value it was; one of this version is also still written so.
#[track_caller]
fn check<T: PartialEq + std::fmt::Debug>(
    version: u32,
    values: Vec<(String, T)>,
    read: fn(&str) -> Result<T, StoredError>,
    write: fn(&T) -> String,
) {
    for (name, value) in values {
        let text = kept(&format!("v{version}/{name}.json"));
        assert_eq!(read(&text).as_ref(), Ok(&value), "{name}");
        if version == VERSION {
            assert_eq!(write(&value), text, "{name} is written otherwise: that is a new version, with a file of its own");
        }
    }
}

#[test]
fn events_of_each_version_open_for_ever() {
    check(1, events(), Event::read, Event::write);
    check(2, events_since_2(), Event::read, Event::write);
}

#[test]
fn notes_of_each_version_open_for_ever() {
    check(1, notes(), Note::read, Note::write);
    check(2, notes(), Note::read, Note::write);
}

#[test]
fn settings_of_each_version_open_for_ever() {
    check(1, settings(), Settings::read, Settings::write);
    check(2, settings(), Settings::read, Settings::write);
}

#[test]
fn no_kept_file_is_forgotten_and_a_new_version_has_files_of_its_own() {
    assert_eq!(responses().len(), KINDS.len(), "a response of each kind");
    assert_eq!(VERSION, 2, "keep a file of each stored type under stored/v{VERSION}, let those of before open, and say so here");
    let names = |folder: &Path| -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let mut names: Vec<String> = entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let files = |events: Vec<(String, Event)>| {
        let names = events.into_iter().map(|(name, _)| name);
        let names = names.chain(notes().into_iter().map(|(name, _)| name)).chain(settings().into_iter().map(|(name, _)| name));
        let mut files: Vec<String> = names.map(|name| name + ".json").collect();
        files.sort();
        files
    };
    assert_eq!(names(&folder().join("v1")), files(events()));
    assert_eq!(names(&folder().join("v2")), files(events_since_2()));
}

#[test]
fn the_names_under_which_things_are_kept_never_change() {
    let id = "00000000000000ab-12".parse().expect("an id");
    let [events, private] = names::Shelf::ALL.map(|shelf| names::entry(names::OPEN_PROFILE, shelf, id));
    assert_eq!(
        [events.as_str(), &private, &names::settings("open"), names::PROFILES, names::DATABASE],
        ["sanad/open/e/00000000000000ab-12", "sanad/open/private/00000000000000ab-12", "sanad/open/settings", "sanad/profiles", "sanad"]
    );
    assert_eq!((names::DATABASE_VERSION, names::STORES), (1, ["events", "private", "trainer", "results"]));
    assert_eq!(names::Shelf::ALL.map(names::Shelf::store), ["events", "private"]);
}

/// How each stored type answers a text.
fn answers(text: &str) -> [Option<StoredError>; 3] {
    [Event::read(text).err(), Note::read(text).err(), Settings::read(text).err()]
}

#[test]
fn a_menu_set_back_to_nothing_is_no_broken_value() {
    let event = |response: &str| format!("{{\"v\":1,\"at\":0,\"fact\":{{\"drafted\":{{\"item\":\"a\",\"response\":{response}}}}}}}");
    for (kind, empty) in [
        ("matching", Response::Matching(LiteMap::new_vec())),
        ("categories", Response::Categories(LiteMap::new_vec())),
        ("gaps", Response::Gaps(LiteMap::new_vec())),
        ("scale", Response::Scale(LiteMap::new_vec())),
    ] {
        let item = "a".parse().expect("an id");
        let drafted = Event { at: 0, fact: Fact::Drafted { item, response: Some(empty), confidence: None } };
        assert_eq!(Event::read(&drafted.write()).as_ref(), Ok(&drafted), "{kind}");
        // Version 1 wrote a list where there was no pair.
        for written in ["[]", "{}"] {
            assert_eq!(Event::read(&event(&format!("{{\"{kind}\":{written}}}"))).as_ref(), Ok(&drafted), "{kind} {written}");
        }
    }
}

#[test]
fn what_is_no_stored_value_is_refused_and_says_why() {
    let garbage = Some(StoredError::Garbage);
    for (name, expected) in [
        ("garbage", garbage),
        ("empty", garbage),
        ("null", garbage),
        ("torn", garbage),
        ("twice", garbage),
        ("no-version", garbage),
        ("version-0", garbage),
        ("version-in-words", garbage),
        ("version-negative", garbage),
        ("wrong-shape", garbage),
        ("unknown-fact", garbage),
        ("two-facts", garbage),
        ("unknown-kind", garbage),
        ("bad-id", garbage),
        ("score-below-zero", garbage),
        ("page-of-a-server", garbage),
        ("newer", Some(StoredError::Newer(3))),
        ("newer-shape", Some(StoredError::Newer(7))),
    ] {
        let answers = answers(&kept(&format!("refused/{name}.json")));
        assert_eq!(answers[..2], [expected, expected], "{name}");
    }
}

#[test]
fn settings_with_a_word_of_tomorrow_are_refused_and_those_with_too_little_are_not() {
    assert_eq!(Settings::read("{\"v\":1,\"theme\":\"sepia\"}"), Err(StoredError::Garbage));
    assert_eq!(Settings::read("{\"v\":1,\"theme\":\"dark\",\"lang\":\"fr\"}"), Err(StoredError::Garbage));
    assert_eq!(Settings::read("{\"v\":3,\"theme\":\"sepia\"}"), Err(StoredError::Newer(3)));
    assert_eq!(Settings::read("{\"v\":1}"), Ok(Settings::default()));
}

#[test]
fn a_value_that_is_too_long_or_too_deep_is_refused() {
    let note = |text: &str| format!("{{\"v\":1,\"at\":0,\"item\":\"a\",\"text\":\"{text}\"}}");
    let frame = note("").len();
    assert!(Note::read(&note(&"a".repeat(LONGEST - frame))).is_ok());
    assert_eq!(Note::read(&note(&"a".repeat(LONGEST - frame + 1))), Err(StoredError::Garbage));
    for deep in ["[", "{\"v\":", "{\"v\":1,\"fact\":"] {
        assert_eq!(answers(&deep.repeat(LONGEST / deep.len())), [Some(StoredError::Garbage); 3], "{deep}");
    }
}

#[test]
fn the_longest_that_a_learner_can_write_is_kept_whole() {
    for letter in ["a", "ل", "\u{1f600}", "\u{1}", "\"", "\u{202e}"] {
        let words = letter.repeat(reflection::LONGEST);
        let note = Note::new(i64::MAX, item(), &(words.clone() + "more"));
        assert_eq!(note.text, words, "what is over the longest is cut");
        assert_eq!(Note::read(&note.write()), Ok(note));
        let answer = typed(&words);
        assert_eq!(answer.chars().count(), LONGEST_TYPED);
        let gaps = (0..24).map(|n| (part(&format!("gap-{n}")), answer.clone())).collect();
        let event = Event { at: i64::MIN, fact: Fact::Drafted { item: item(), response: Some(Response::Gaps(gaps)), confidence: None } };
        assert_eq!(Event::read(&event.write()), Ok(event));
    }
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn an_event_is_read_as_it_was_written(event in event()) {
        prop_assert_eq!(Event::read(&event.write()), Ok(event));
    }

    #[test]
    fn a_note_is_read_as_it_was_written(note in note()) {
        prop_assert_eq!(Note::read(&note.write()), Ok(note));
    }

    #[test]
    fn settings_are_read_as_they_were_written(
        theme in proptest::sample::select(Theme::ALL.to_vec()),
        lang in proptest::option::of(proptest::sample::select(Lang::ALL.to_vec())),
        role in proptest::option::of(proptest::sample::select(Role::ALL.to_vec())),
    ) {
        let settings = Settings { theme, lang, role, ..Settings::default() };
        prop_assert_eq!(Settings::read(&settings.write()), Ok(settings));
    }

    #[test]
    fn a_torn_value_is_refused(event in event(), at in any::<prop::sample::Index>()) {
        let text = event.write();
        let torn: String = text.chars().take(at.index(text.chars().count())).collect();
        prop_assert_eq!(answers(&torn), [Some(StoredError::Garbage); 3]);
    }

    #[test]
    fn a_value_of_tomorrow_is_told_from_a_broken_one(event in event(), version in VERSION + 1..u32::MAX) {
        let text = event.write().replacen("\"v\":2", &format!("\"v\":{version}"), 1);
        prop_assert_eq!(answers(&text), [Some(StoredError::Newer(version)); 3]);
    }

    #[test]
    fn whatever_stands_in_a_store_is_answered_in_peace(text in text()) {
        let _ = answers(&text);
    }
}
