//! Role-plays: a small one without a mistake, and that one with one mistake at a time, each with what must be said of it;
//! the checkpoint van with its figures, and a debrief for each of its endings.

use std::path::Path;

use sanad_content::{Compiled, Date, Files, Folder, Memory, compile};

const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");

/// The small course of `invalid/base` with the small role-play in it.
fn small() -> Memory {
    let mut course = Memory::copy_of(&Folder::new(Path::new(TESTS).join("invalid/base")));
    course.files.extend(Memory::copy_of(&Folder::new(Path::new(TESTS).join("fixtures/role-play"))).files);
    change(
        &mut course,
        "law/module.toml",
        "planned = true\n",
        "planned = true\n\n[[role-play]]\nid = \"desk\"\nafter = \"first-lesson\"\n",
    );
    change(&mut course, "course.toml", "pass-mark", "identities = [\"provider\", \"guilty\"]\npass-mark");
    for lang in ["ar", "en"] {
        let names = "## Names {#identities}\n\n- One {#provider}\n- Two {#guilty}\n\n## ";
        let path = format!("course.{lang}.md");
        let text = text(&course, &path);
        course.write(&path, &text.replacen("## ", names, 1));
    }
    course
}

fn text(course: &Memory, path: &str) -> String {
    String::from_utf8_lossy(&course.read(path).unwrap_or_default()).into_owned()
}

#[track_caller]
fn change(course: &mut Memory, path: &str, from: &str, to: &str) {
    let old = text(course, path);
    assert!(old.contains(from), "{path} has no {from}");
    course.write(path, &old.replacen(from, to, 1));
}

fn today() -> Date {
    Date::of_unix_seconds(1_795_478_400)
}

fn said(compiled: &Compiled) -> Vec<String> {
    compiled.diagnostics.iter().map(|d| format!("{}:{}: {}", d.place.file, d.place.line, d.message)).collect()
}

#[test]
fn a_role_play_without_a_mistake_compiles_in_each_language() {
    let compiled = compile(&small(), today());
    assert!(compiled.diagnostics.is_empty(), "{:#?}", said(&compiled));
    let course = compiled.course.expect("a course");
    let [ar, en] = course.role_plays.as_slice() else { panic!("one for each language") };
    assert_eq!((ar.scenario.clone(), ar.minutes), (en.scenario.clone(), 5), "the logic knows no language");
    assert_eq!(en.scenes[0].choices[1].text.as_str(), "I bring him water before I ask him anything.");
    assert_eq!(en.scenes[0].choices[1].consequence.as_str(), "<p>He drinks half of it.</p>");
    assert_eq!((en.scenes[0].pieces.len(), en.facts.len(), en.cues.len()), (3, 2, 1));
    assert_eq!(en.identity(&"guilty".parse().expect("an id")), Some("Two"));
    assert!(en.kit.as_ref().is_some_and(|kit| kit.observer.as_str().contains("Was there water?")));
    assert!(en.content_note.as_str().contains("nobody is hurt") && en.resources.as_str().contains("colleague"));
    let summary = &course.modules[0].summary.role_plays;
    assert_eq!((summary.len(), summary[0].minutes), (1, 5));
    assert!(course.files().iter().any(|(address, _)| address == "doc/en/law/desk.json"));
    let figures = &compiled.statistics.role_plays[0];
    assert_eq!((figures.scenes, figures.choices, figures.endings), (2, 6, 2));
    assert_eq!(figures.shares.iter().map(|it| it.of_ten_thousand).sum::<u32>(), 10_000, "{figures}");
    assert!(figures.graph.contains("\"room\" -> \"closed\" [style=dashed, label=\"distress > 70 and not chose gate/water\"]"));
}

/// One mistake: in which file, what becomes what, and what must be said, each `file:line: part of the message`.
struct Mistake(&'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

const TOML: &str = "law/desk.toml";
const EN: &str = "law/desk.en.md";

const MISTAKES: &[Mistake] = &[
    Mistake("another id", TOML, "id = \"desk\"", "id = \"other\"", &["law/desk.toml:2: the id `other` is not that of the file"]),
    Mistake("no minutes", TOML, "minutes = 5\n", "", &["law/desk.toml:1: `minutes` is missing"]),
    Mistake("unknown key", TOML, "minutes = 5", "minutes = 5\ncolour = 1", &["law/desk.toml:4: `colour` is not a key"]),
    Mistake("unknown objective", TOML, "\"elements\"", "\"hope\"", &["law/desk.toml:4: the module has no objective `hope`"]),
    Mistake("unknown pass", TOML, "pass = [\"pause\"]", "pass = [\"rest\"]", &["law/desk.toml:5: there is no ending `rest`"]),
    Mistake(
        "harm passes",
        TOML,
        "pass = [\"pause\"]",
        "pass = [\"closed\"]",
        &["law/desk.toml:5: the ending `closed` is harm, and passes"],
    ),
    Mistake(
        "no state",
        TOML,
        "trust = 20\ndistress = 60",
        "trust = 200\ndistress = 60",
        &["law/desk.toml:8: `trust` is not as it should be"],
    ),
    Mistake("unknown variable", TOML, "effect = { trust = 5,", "effect = { hope = 5,", &["law/desk.toml:33: there is no variable `hope`"]),
    Mistake("effect out of range", TOML, "trust = 5,", "trust = 500,", &["law/desk.toml:33: `trust` is not as it should be"]),
    Mistake(
        "unknown scene",
        TOML,
        "distress = 15 }, to = \"room\"",
        "distress = 15 }, to = \"attic\"",
        &["law/desk.toml:32: there is no scene or ending `attic`"],
    ),
    Mistake("unknown fact", TOML, "heard = [\"moved\"]", "heard = [\"sold\"]", &["law/desk.toml:29: there is no fact `sold`"]),
    Mistake("unknown cue", TOML, "noticed = [\"dry-lips\"]", "noticed = [\"wet-lips\"]", &["law/desk.toml:33: there is no cue `wet-lips`"]),
    Mistake(
        "unknown choice in a condition",
        TOML,
        "chose gate/water",
        "chose gate/wine",
        &["law/desk.toml:40: there is no choice `gate/wine`"],
    ),
    Mistake(
        "no condition",
        TOML,
        "heard wages or trust < 20",
        "heard wages or",
        &["law/desk.toml:44: `heard wages or` is not a condition"],
    ),
    Mistake("unknown identity", TOML, "\"guilty\"", "\"hero\"", &["law/desk.toml:39: the course has no identity `hero`"]),
    Mistake("unknown kind", TOML, "kind = \"safe\"", "kind = \"happy\"", &["law/desk.toml:49: there is no kind of ending `happy`"]),
    Mistake("unknown role", TOML, "role = \"health\"", "role = \"cook\"", &["law/desk.toml:22: there is no role `cook`"]),
    Mistake(
        "scene twice",
        TOML,
        "id = \"room\"\nidentity",
        "id = \"gate\"\nidentity",
        &[
            "law/desk.ar.md:9: the scene `gate` has no words here",
            "law/desk.ar.md:26: a section that this file does not have",
            "law/desk.en.md:9: the scene `gate` has no words here",
            "law/desk.en.md:26: a section that this file does not have",
            "law/desk.toml:23: there is no scene or ending `room`",
            "law/desk.toml:32: there is no scene or ending `room`",
            "law/desk.toml:34: there is no scene or ending `room`",
            "law/desk.toml:38: the id `gate` stands here twice",
            "law/desk.toml:42: there is no scene or ending `room`",
        ],
    ),
    Mistake(
        "choice twice",
        TOML,
        "id = \"walk\"",
        "id = \"shout\"",
        &[
            "law/desk.ar.md:23: this scene has no choice `walk`",
            "law/desk.en.md:23: this scene has no choice `walk`",
            "law/desk.toml:34: the choice `shout` stands twice in this scene",
        ],
    ),
    Mistake(
        "fact twice",
        TOML,
        "purpose = [\"wages\"]",
        "purpose = [\"wages\", \"moved\"]",
        &["law/desk.toml:13: the fact `moved` stands here twice"],
    ),
    Mistake(
        "ending nobody reaches",
        TOML,
        "to = \"pause\" }",
        "to = \"closed\" }",
        &["law/desk.toml:48: no play comes to the ending `pause`"],
    ),
    Mistake(
        "choice never offered",
        TOML,
        "heard wages or trust < 20",
        "trust > 90 and trust < 20",
        &["law/desk.toml:44: the choice `sign` is never offered"],
    ),
    Mistake(
        "no way on",
        TOML,
        "to = \"pause\" },\n  { id = \"sign\", effect = { trust = -20 }, to = \"closed\", if = \"heard wages or",
        "to = \"pause\", if = \"not heard wages\" },\n  { id = \"sign\", effect = { trust = -20 }, to = \"closed\", if = \"",
        &["law/desk.toml:38: there is no way on here after: gate/walk, room/ask"],
    ),
    Mistake(
        "give-away",
        EN,
        "I walk with him into the shade of the wall.",
        "I walk with him very slowly into the shade of the long wall.",
        &["law/desk.en.md:23: the choice `walk` is the best"],
    ),
    Mistake(
        "for ever",
        TOML,
        "to = \"gate\", once = true",
        "to = \"gate\"",
        &["law/desk.toml:26: a play can go round for ever: gate/water"],
    ),
    Mistake(
        "circle of conditions",
        TOML,
        "id = \"closed\"\n",
        "id = \"closed\"\nwhen = [{ if = \"distress > 70\", to = \"room\" }]\n",
        &["law/desk.toml:38: the conditions on entry lead in a circle: room → closed → room"],
    ),
    Mistake(
        "read and never changed, read",
        TOML,
        "distress > 70",
        "trust > 70 or calm > 3 and distress > 70",
        &["law/desk.toml:40: there is no variable `calm`"],
    ),
    Mistake("fact never heard", TOML, "heard = [\"moved\"]\n", "", &["law/desk.toml:12: the fact `moved` can never be heard"]),
    Mistake(
        "cue never noticed",
        TOML,
        ", noticed = [\"dry-lips\"]",
        "",
        &["law/desk.toml:30: no choice shows that the cue `dry-lips` was noticed"],
    ),
    Mistake(
        "too little time",
        TOML,
        "minutes = 5",
        "minutes = 1",
        &["law/desk.toml:1: the longest play takes 1.", "law/desk.toml:1: the longest play takes 1."],
    ),
    Mistake(
        "no words of a choice",
        EN,
        "- I put the paper and the pen before him now. {#sign}\n  He signs without reading.\n",
        "",
        &["law/desk.en.md:26: the choice `sign` has no words here", "law/desk.ar.md:36: choice {#sign} is not at this place"],
    ),
    Mistake(
        "choice of elsewhere",
        EN,
        "{#sign}",
        "{#wine}",
        &[
            "law/desk.en.md:36: this scene has no choice `wine`",
            "law/desk.en.md:26: the choice `sign` has no words here",
            "law/desk.ar.md:36: choice {#sign} is not at this place",
        ],
    ),
    Mistake("no consequence", EN, "\n  He signs without reading.", "", &["law/desk.en.md:36: a choice without a consequence"]),
    Mistake(
        "no debrief",
        EN,
        ":::debrief\nA pause is no failure.\n:::\n",
        "",
        &["law/desk.en.md:39: an ending without a debrief", "law/desk.ar.md:44: what is seen is not at this place"],
    ),
    Mistake(
        "another condition",
        EN,
        ":::when {if=\"chose gate/water\"}",
        ":::when {if=\"chose gate/walk\"}",
        &[
            "law/desk.en.md:15: what is seen when `chose gate/walk` is not at this place",
            "law/desk.ar.md:15: what is seen when `chose gate/water` is not at this place",
        ],
    ),
    Mistake(
        "when without a condition",
        EN,
        ":::when {if=\"not chose gate/water\"}",
        ":::when",
        &[
            "law/desk.en.md:57: `when` without a condition",
            "law/desk.ar.md:57: what is seen when `not chose gate/water` is not at this place",
        ],
    ),
    Mistake(
        "no words of a fact",
        EN,
        "- He was not paid. {#wages}\n",
        "",
        &["law/desk.en.md:1: the fact `wages` has no words here", "law/desk.ar.md:66: {#wages} is not at this place"],
    ),
    Mistake(
        "no words of a cue",
        EN,
        "{#dry-lips}",
        "{#wet-lips}",
        &[
            "law/desk.en.md:1: the cue `dry-lips` has no words here",
            "law/desk.en.md:70: there is no cue `wet-lips`",
            "law/desk.ar.md:70: {#dry-lips} is not at this place",
            "law/desk.en.md:70: {#wet-lips} is not at this place",
        ],
    ),
    Mistake("no briefing", EN, "A gate at noon. A man waits with a bag.\n", "", &["law/desk.en.md:1: the briefing is missing"]),
    Mistake(
        "unknown section",
        EN,
        "## Where help is {#resources}",
        "## Where help is {#help}",
        &[
            "law/desk.en.md:72: a section that this file does not have",
            "law/desk.ar.md:72: section {#resources} is not at this place",
            "law/desk.en.md:72: section {#help} is not at this place",
            "law/desk.ar.md:78: a card is not at this place",
        ],
    ),
];

#[test]
fn every_mistake_of_a_role_play_is_told_with_its_place_and_what_to_do() {
    let mut failed = Vec::new();
    for Mistake(name, path, from, to, complaints) in MISTAKES.iter() {
        let mut course = small();
        change(&mut course, path, from, to);
        let compiled = compile(&course, today());
        let mut said = said(&compiled);
        for complaint in *complaints {
            match said.iter().position(|text| text.starts_with(complaint)) {
                Some(at) => drop(said.remove(at)),
                None => failed.push(format!("{name}: not said: {complaint}")),
            }
        }
        failed.extend(said.into_iter().map(|text| format!("{name}: said too much: {text}")));
        if compiled.course.is_some() || compiled.diagnostics.iter().any(|it| it.hint.is_empty()) {
            failed.push(format!("{name}: a course came of it, or a complaint without advice"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_variable_that_is_read_and_never_changed_is_told() {
    let mut course = small();
    change(&mut course, TOML, "distress = 60", "distress = 60\ncalm = 3");
    assert!(compile(&course, today()).course.is_some(), "one that nobody reads does no harm");
    change(&mut course, TOML, "distress > 70", "calm < 5 and distress > 70");
    let told = said(&compile(&course, today()));
    assert_eq!(told, ["law/desk.toml:10: the variable `calm` is read by a condition, and nothing changes it"]);
}

#[test]
fn a_file_that_is_missing_is_told_and_a_role_play_without_words_does_not_stop_the_others() {
    let mut course = small();
    course.files.remove("law/desk.ar.md");
    assert_eq!(said(&compile(&course, today())), ["law/desk.ar.md:1: this file is missing"]);
    course.files.remove("law/desk.toml");
    assert_eq!(said(&compile(&course, today())), ["law/desk.ar.md:1: this file is missing", "law/desk.toml:1: this file is missing"]);
}

#[test]
fn a_planned_role_play_has_no_files_and_is_shown_when_it_has_a_title() {
    let mut course = small();
    change(&mut course, "law/module.toml", "after = \"first-lesson\"\n", "planned = true\n");
    for file in ["law/desk.toml", "law/desk.ar.md", "law/desk.en.md"] {
        course.files.remove(file);
    }
    let compiled = compile(&course, today());
    assert!(compiled.diagnostics.is_empty() && compiled.course.is_some_and(|it| it.modules[0].summary.role_plays.is_empty()));
    for lang in ["ar", "en"] {
        change(&mut course, &format!("law/module.{lang}.md"), "{#later}", "{#later}\n- The desk {#desk}");
    }
    let compiled = compile(&course, today());
    assert!(compiled.diagnostics.is_empty(), "{:?}", said(&compiled));
    assert!(compiled.course.is_some_and(|it| it.modules[0].summary.role_plays[0].title == "The desk"));
}

#[test]
fn a_scenario_with_too_many_states_is_told_in_time() {
    let mut course = small();
    let more: String = (0..24).map(|n| format!("  {{ id = \"m{n}\", effect = {{ trust = 1 }}, to = \"gate\", once = true }},\n")).collect();
    change(&mut course, TOML, "  { id = \"shout\"", &format!("{more}  {{ id = \"shout\""));
    for lang in ["ar", "en"] {
        let more: String = (0..24).map(|n| format!("- One more move than needed here {{#m{n}}}\n  A hand.\n")).collect();
        let path = format!("law/desk.{lang}.md");
        let old = text(&course, &path);
        let at = old.find("\n- ").unwrap_or_default() + 1;
        course.write(&path, &format!("{}{more}{}", &old[..at], &old[at..]));
    }
    let told = said(&compile(&course, today()));
    assert!(told.iter().any(|it| it == "law/desk.toml:1: this role-play has more than 200000 states"), "{told:?}");
}

#[test]
fn the_checkpoint_van_is_proved_as_its_issue_says() {
    let real = Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/courses/sanad"));
    let figures = compile(&real, today()).statistics.role_plays;
    let van = figures.iter().find(|it| it.id.as_str() == "checkpoint-van").expect("the checkpoint van");
    assert!(van.scenes >= 8 && van.choices >= 20 && van.endings >= 4 && van.states > 1000, "{van}");
    assert!(van.shares.iter().all(|it| it.of_ten_thousand > 0) && van.reading.len() == 2, "{van}");
}
