//! What the documents of a course hold: the small course of `invalid/base`, changed a little for each fact.

use std::{collections::BTreeMap, error::Error, path::Path};

use sanad_content::{CompiledCourse, Date, Files, Folder, Memory, compile, generate};
use sanad_core::{
    format::content::{
        Availability, Block, LessonDocument, about_address, bank_address, glossary_address, lesson_address, map_address, module_address,
    },
    grade::grade,
    id::PartId,
    item::{
        HotText, Interaction, Item, Part,
        gaps::{Fill, Piece},
        hot_text::HotPiece,
    },
    json::parse,
    lang::Lang,
};

type Outcome = Result<(), Box<dyn Error>>;

fn today() -> Date {
    Date::of_unix_seconds(1_795_478_400)
}

fn folder(path: &str) -> Memory {
    Memory::copy_of(&Folder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)))
}

fn small() -> Memory {
    folder("tests/invalid/base")
}

fn ten_kinds() -> Memory {
    folder("tests/fixtures/ten-kinds")
}

/// All items of a language, those of banks too.
fn items(course: &CompiledCourse, lang: Lang) -> Vec<&Item> {
    let lessons = course.lessons.iter().filter(|it| it.lang == lang).flat_map(|it| it.items().into_iter().map(AsRef::as_ref));
    lessons.chain(course.banks.iter().filter(|it| it.lang == lang).flat_map(|it| &it.items)).collect()
}

fn ids<'p>(parts: impl IntoIterator<Item = &'p Part>) -> Vec<&'p str> {
    parts.into_iter().map(|part| part.id.as_str()).collect()
}

fn real() -> Memory {
    folder("../../assets/courses/sanad")
}

/// Replaces a piece of the lesson of each language.
fn changed(from: &str, to: &str) -> Memory {
    let mut course = small();
    for lang in Lang::ALL {
        let path = format!("law/first-lesson.{}.md", lang.tag());
        let text = String::from_utf8_lossy(&course.read(&path).unwrap_or_default()).into_owned();
        assert!(text.contains(from), "{from} in {path}");
        course.write(&path, &text.replacen(from, to, 1));
    }
    course
}

fn compiled(files: &Memory) -> Result<CompiledCourse, Box<dyn Error>> {
    let compiled = compile(files, today());
    compiled.course.ok_or_else(|| format!("{:#?}", compiled.diagnostics).into())
}

fn lesson(course: &CompiledCourse, lang: Lang) -> Result<&LessonDocument, Box<dyn Error>> {
    course.lessons.iter().find(|lesson| lesson.lang == lang).ok_or_else(|| "no lesson".into())
}

/// All prose of a lesson.
fn prose(lesson: &LessonDocument) -> String {
    let text = |block: &Block| if let Block::Prose(markup) = block { markup.as_str().to_owned() } else { String::new() };
    lesson.blocks.iter().map(text).collect()
}

#[test]
fn a_lesson_has_its_facts_its_sections_and_its_sources() -> Outcome {
    let course = compiled(&small())?;
    let lesson = lesson(&course, Lang::En)?;
    assert_eq!((lesson.title.as_str(), lesson.minutes, lesson.number, lesson.of), ("First lesson", 10, 1, 2));
    assert_eq!(lesson.description, "Here is a sentence.");
    assert_eq!(lesson.sections.iter().map(|s| (s.id.as_str(), s.title.as_str())).collect::<Vec<_>>(), [("start", "Start")]);
    assert!(lesson.next.is_none(), "a planned lesson is not linked");
    assert_eq!(lesson.citations.len(), 1);
    let citation = &lesson.citations[0];
    assert_eq!((citation.mark.as_str(), citation.place.as_str()), ("S9", "page 1"));
    assert_eq!(citation.source.as_ref().map(|s| s.read_on.as_str()), Some("2026-11-24"));
    assert_eq!(
        prose(lesson),
        "<h2 id=\"start\">Start</h2><p>Here is a sentence.<sup class=\"ref\"><a href=\"en/law/first-lesson/#source-S9\" aria-label=\"Source 1\">1</a></sup></p>"
    );
    Ok(())
}

#[test]
fn the_map_shows_what_is_ready_and_what_is_planned() -> Outcome {
    let course = compiled(&small())?;
    for map in &course.maps {
        let module = map.modules().next().ok_or("no module")?;
        let states: Vec<Availability> = module.lessons.iter().map(|lesson| lesson.availability).collect();
        assert_eq!(states, [Availability::Ready, Availability::Planned]);
        assert!(module.lessons.iter().all(|lesson| !lesson.title.is_empty()));
        let items: Vec<(&str, u32)> = module.lessons[0].items.iter().map(|item| (item.id.as_str(), item.possible)).collect();
        assert_eq!(items, [("first-item", 1), ("first-gaps", 2)]);
    }
    Ok(())
}

#[test]
fn prose_becomes_only_the_elements_of_the_format() -> Outcome {
    let table = "\n\n| 1 | 2 & 3 |\n| --- | --- |\n| **4** | 5 |\n\n1. 6\n   - *7*\n2. 8 [9](first-lesson.en.md#start)\n";
    let course = compiled(&{
        let mut course = changed("[^S9]\n", &format!("[^S9]{table}"));
        let path = "law/first-lesson.ar.md";
        let text = String::from_utf8_lossy(&course.read(path)?).into_owned();
        course.write(path, &text.replace("first-lesson.en.md", "first-lesson.ar.md"));
        course
    })?;
    let html = prose(lesson(&course, Lang::En)?);
    for part in [
        "<div class=\"tablewrap\"><table class=\"cards-table\"><thead><tr><th scope=\"col\">1</th><th scope=\"col\">2 &amp; 3</th></tr></thead>",
        "<tbody><tr><td data-h=\"1\"><strong>4</strong></td><td data-h=\"2 &amp; 3\">5</td></tr></tbody></table></div>",
        "<ol><li>6<ul><li><em>7</em></li></ul></li><li>8 <a href=\"en/law/first-lesson/#start\">9</a></li></ol>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    Ok(())
}

#[test]
fn what_is_to_be_confirmed_has_a_number_a_class_and_no_source() -> Outcome {
    let mut course = changed("[^S9]\n", "[^S9][^check-age]\n");
    for lang in ["ar", "en"] {
        let path = format!("law/first-lesson.{lang}.md");
        let text = String::from_utf8_lossy(&course.read(&path)?).into_owned();
        course.write(&path, &format!("{text}[^check-age]: 18\n"));
    }
    let course = compiled(&course)?;
    let lesson = lesson(&course, Lang::Ar)?;
    let mark = "<sup class=\"ref check\"><a href=\"ar/law/first-lesson/#source-check-age\" aria-label=\"بانتظار التأكيد 2\">2</a></sup>";
    assert!(prose(lesson).contains(mark), "{}", prose(lesson));
    assert!(lesson.citations[1].source.is_none());
    Ok(())
}

#[test]
fn an_item_of_a_bank_is_cited_on_the_page_that_shows_it() -> Outcome {
    let mut course = changed("[^S9]\n", "[^S9]\n\n:::item {ref=bank-item}\n:::\n");
    course.write("law/items.en.md", "# Bank\n\n:::reflection {#bank-item}\nThink.[^S9]\n:::\n\n[^S9]: page 2\n");
    course.write("law/items.ar.md", "# بنك\n\n:::reflection {#bank-item}\nتفكير.[^S9]\n:::\n\n[^S9]: الصفحة 1\n");
    let course = compiled(&course)?;
    let marks = |lang| -> Result<Vec<String>, Box<dyn Error>> {
        Ok(lesson(&course, lang)?.citations.iter().map(|c| format!("{} {}", c.mark, c.place.as_str())).collect())
    };
    assert_eq!(marks(Lang::En)?, ["S9 page 1", "S9-2 page 2"], "another place in the source is a citation of its own");
    assert_eq!(marks(Lang::Ar)?, ["S9 الصفحة 1"], "the same place is cited once");
    let shown = lesson(&course, Lang::En)?.items().first().map(|item| item.prompt.as_str().to_owned());
    assert_eq!(
        shown.as_deref(),
        Some("<p>Think.<sup class=\"ref\"><a href=\"en/law/first-lesson/#source-S9-2\" aria-label=\"Source 2\">2</a></sup></p>")
    );
    let bank = course.banks.iter().find(|bank| bank.lang == Lang::En).ok_or("no bank")?;
    assert!(bank.items[0].prompt.as_str().contains("en/law/#source-S9\""));
    Ok(())
}

#[test]
fn gaps_are_pieces_of_text_and_holes_with_the_spaces_between_them() -> Outcome {
    let course = compiled(&small())?;
    for (lang, before, between, after) in [(Lang::En, "It is ", ", and ", "."), (Lang::Ar, "هو ", "، وهو ", ".")] {
        let items = lesson(&course, lang)?.items();
        let Interaction::Gaps(gaps) = &items[1].interaction else { return Err("no gaps".into()) };
        let [paragraph] = &gaps.paragraphs[..] else { return Err("one paragraph".into()) };
        let texts: Vec<&str> =
            paragraph.iter().filter_map(|piece| if let Piece::Text(text) = piece { Some(text.as_str()) } else { None }).collect();
        assert_eq!(texts, [before, between, after]);
        let ids: Vec<&str> = gaps.gaps().map(|gap| gap.id.as_str()).collect();
        assert_eq!(ids, ["menu", "typed"]);
    }
    Ok(())
}

#[test]
fn menus_are_in_one_order_in_all_languages_and_not_always_right_first() -> Outcome {
    let course = compiled(&real())?;
    let menus = |lang: Lang| -> Vec<(String, Vec<(String, bool)>)> {
        let mut menus = Vec::new();
        for item in items(&course, lang) {
            let Interaction::Gaps(gaps) = &item.interaction else { continue };
            for gap in gaps.gaps() {
                if let Fill::Menu(choices) = &gap.fill {
                    let order = choices.iter().map(|choice| (choice.id.to_string(), choice.right)).collect();
                    menus.push((format!("{}/{}", item.id, gap.id), order));
                }
            }
        }
        menus
    };
    assert_eq!(menus(Lang::Ar), menus(Lang::En));
    assert!(menus(Lang::En).len() > 3);
    assert!(menus(Lang::En).iter().any(|(_, order)| !order[0].1));
    Ok(())
}

#[test]
fn the_course_of_ten_kinds_has_each_kind_and_what_tests_ask_of_it() -> Outcome {
    let compiled = compile(&ten_kinds(), today());
    assert!(compiled.diagnostics.is_empty(), "{:#?}", compiled.diagnostics);
    let course = compiled.course.ok_or("no course")?;
    for lang in Lang::ALL {
        let items = items(&course, lang);
        let kinds: Vec<&str> = items.iter().map(|item| item.interaction.kind()).collect();
        assert_eq!(
            kinds,
            ["choice", "gaps", "multiple", "matching", "ordering", "categories", "hot-text", "numeric", "scale", "reflection"]
        );
        assert_eq!(items.iter().filter(|item| item.confidence).count(), 2);
        assert_eq!(items.iter().filter(|item| item.critical).count(), 1);
        assert_eq!(items.iter().filter_map(|item| item.tries).collect::<Vec<_>>(), [2]);
        assert_eq!(items.iter().filter(|item| item.note.is_some()).count(), 1);
        assert!(items.iter().filter(|item| item.is_marked()).all(|item| !item.hints.is_empty()));
    }
    Ok(())
}

#[test]
fn what_was_written_in_the_right_order_is_never_shown_in_it() -> Outcome {
    let mut seen = 0;
    for course in [compiled(&real())?, compiled(&ten_kinds())?] {
        for item in items(&course, Lang::Ar) {
            let is_right_order = match &item.interaction {
                Interaction::Ordering(it) => it.parts.iter().map(|part| &part.id).eq(&it.key),
                Interaction::Matching(it) => it.rows.iter().zip(&it.choices).all(|(row, choice)| it.key.get(&row.id) == Some(&choice.id)),
                Interaction::Categories(it) => {
                    let homes: Vec<_> = it.statements.iter().map(|statement| it.key.get(&statement.id)).collect();
                    1 + homes.windows(2).filter(|pair| pair[0] != pair[1]).count() == it.categories.len()
                }
                _ => continue,
            };
            assert!(!is_right_order, "{}", item.id);
            seen += 1;
        }
    }
    assert!(seen >= 8, "{seen}");
    Ok(())
}

#[test]
fn the_languages_show_the_same_order_and_the_key_has_every_point() -> Outcome {
    for course in [compiled(&real())?, compiled(&ten_kinds())?] {
        for (ar, en) in items(&course, Lang::Ar).into_iter().zip(items(&course, Lang::En)) {
            assert_eq!((&ar.id, ar.interaction.possible()), (&en.id, en.interaction.possible()));
            match (&ar.interaction, &en.interaction) {
                (Interaction::Ordering(ar), Interaction::Ordering(en)) => assert_eq!((ids(&ar.parts), &ar.key), (ids(&en.parts), &en.key)),
                (Interaction::Matching(ar), Interaction::Matching(en)) => {
                    assert_eq!((ids(&ar.rows), ids(&ar.choices), &ar.key), (ids(&en.rows), ids(&en.choices), &en.key));
                }
                (Interaction::Categories(ar), Interaction::Categories(en)) => {
                    assert_eq!((ids(&ar.categories), ids(&ar.statements), &ar.key), (ids(&en.categories), ids(&en.statements), &en.key));
                }
                (Interaction::Scale(ar), Interaction::Scale(en)) => assert_eq!(ids(&ar.statements), ids(&en.statements)),
                (Interaction::HotText(ar), Interaction::HotText(en)) => {
                    let keys = |it: &HotText| it.phrases().map(|phrase| (phrase.id.clone(), phrase.right)).collect::<Vec<_>>();
                    assert_eq!(keys(ar), keys(en));
                }
                (Interaction::Numeric(ar), Interaction::Numeric(en)) => {
                    assert_eq!((&ar.id, ar.value, ar.tolerance), (&en.id, en.value, en.tolerance));
                }
                _ => {}
            }
            for item in [ar, en].into_iter().filter(|item| item.is_marked()) {
                let response = item.interaction.correct_response().ok_or("a marked item without a key")?;
                let marking = grade(&item.interaction, &response)?;
                assert_eq!(marking.outcome, sanad_core::score::Outcome::Correct, "{}", item.id);
            }
        }
    }
    Ok(())
}

#[test]
fn the_kinds_become_parts_with_keys_and_feedback() -> Outcome {
    let course = compiled(&ten_kinds())?;
    for item in items(&course, Lang::En) {
        match &item.interaction {
            Interaction::Matching(it) => {
                assert_eq!(ids(&it.rows), ["cold", "ringing", "child"], "rows as written");
                let key: Vec<(&str, &str)> = it.key.iter().map(|(row, choice)| (row.as_str(), choice.as_str())).collect();
                assert_eq!(key, [("child", "colours"), ("cold", "heater"), ("ringing", "silent")]);
                assert_eq!(it.choices.len(), 4, "a row with an empty left cell is a choice alone");
            }
            Interaction::Ordering(it) => {
                let key: Vec<&str> = it.key.iter().map(PartId::as_str).collect();
                assert_eq!(key, ["air", "arrange", "greet", "introduce", "sit"]);
                assert!(it.parts.iter().all(|part| part.feedback.is_some()));
            }
            Interaction::Categories(it) => {
                assert_eq!(ids(&it.categories), ["before-meeting", "during-meeting", "after-meeting"], "headings as written");
                assert!(it.statements.iter().all(|statement| statement.feedback.is_some()));
            }
            Interaction::HotText(it) => {
                let texts: Vec<&str> = it.paragraphs[0]
                    .iter()
                    .filter_map(|piece| if let HotPiece::Text(text) = piece { Some(text.as_str()) } else { None })
                    .collect();
                assert_eq!(texts, [", ", ". ", ". ", ". ", "."]);
                let rights: Vec<bool> = it.phrases().map(|phrase| phrase.right).collect();
                assert_eq!(rights, [true, false, true, false, true]);
                let second = it.phrases().nth(1).ok_or("five phrases")?;
                assert_eq!(second.text.as_str(), "and stood between him and the door", "the `!` is not part of it");
                assert!(it.phrases().all(|phrase| phrase.feedback.as_ref().is_some_and(|it| it.as_str().starts_with("<p>"))));
            }
            Interaction::Numeric(it) => {
                assert_eq!(
                    (it.id.as_str(), it.value.to_string(), it.tolerance.to_string(), it.unit.as_str()),
                    ("value", "20".to_owned(), "2".to_owned(), "minutes")
                );
            }
            Interaction::Scale(it) => {
                assert_eq!((it.from.as_str(), it.to.as_str()), ("seldom", "always"));
                assert_eq!(ids(&it.statements), ["early", "name-first", "leave-silence"]);
            }
            _ => {}
        }
    }
    Ok(())
}

#[test]
fn the_ends_of_a_scale_may_share_a_paragraph_with_the_question() -> Outcome {
    let mut course = ten_kinds();
    for (lang, from, to) in [("ar", "\n\nمن: نادراً\n\nإلى:", "\nمن: نادراً\nإلى:"), ("en", "\n\nFrom: seldom\n\nTo:", "\nFrom: seldom\nTo:")]
    {
        let path = format!("preparing/room-and-greeting.{lang}.md");
        let text = String::from_utf8_lossy(&course.read(&path)?).into_owned();
        assert!(text.contains(from));
        course.write(&path, &text.replace(from, to));
    }
    let (apart, together) = (compiled(&ten_kinds())?, compiled(&course)?);
    for lang in Lang::ALL {
        assert_eq!(items(&apart, lang), items(&together, lang));
    }
    Ok(())
}

#[test]
fn the_same_course_has_the_same_files_and_the_same_hash() -> Outcome {
    let (first, second) = (compiled(&real())?, compiled(&real())?);
    assert_eq!(first.files(), second.files());
    assert!(first.files().is_sorted());
    let hashes: Vec<&str> = first.abouts.iter().map(|about| about.content_hash.as_str()).collect();
    assert!(hashes.iter().all(|hash| hash.len() == 64 && *hash == hashes[0]), "{hashes:?}");
    let other = compiled(&small())?;
    assert_ne!(other.abouts[0].content_hash, hashes[0]);
    Ok(())
}

#[test]
fn every_document_reads_back_as_it_was_written() -> Outcome {
    reads_back(&compiled(&real())?);
    reads_back(&compiled(&ten_kinds())?);
    Ok(())
}

fn reads_back(course: &CompiledCourse) {
    let files: BTreeMap<String, String> = course.files().into_iter().collect();
    let documents = course.maps.len()
        + course.modules.len()
        + course.lessons.len()
        + course.role_plays.len()
        + course.banks.len()
        + course.abouts.len()
        + course.glossaries.len();
    assert_eq!(files.len(), documents, "each has an address of its own");
    let text = |address: String| files.get(&address).map(String::as_str).unwrap_or_default();
    for it in &course.maps {
        assert_eq!(parse(text(map_address(it.lang))).as_ref(), Some(it));
    }
    for it in &course.modules {
        assert_eq!(parse(text(module_address(it.lang, &it.summary.id))).as_ref(), Some(it));
    }
    for it in &course.lessons {
        assert_eq!(parse(text(lesson_address(it.lang, &it.module.id, &it.id))).as_ref(), Some(it));
    }
    for it in &course.banks {
        assert_eq!(parse(text(bank_address(it.lang, &it.module))).as_ref(), Some(it));
    }
    for it in &course.abouts {
        assert_eq!(parse(text(about_address(it.lang))).as_ref(), Some(it));
    }
    for it in &course.glossaries {
        assert_eq!(parse(text(glossary_address(it.lang))).as_ref(), Some(it));
    }
}

#[test]
fn the_about_page_lists_what_is_cited_in_the_order_of_the_sources() -> Outcome {
    let mut course = real();
    let uncited = "\n[[source]]\nid = \"S999\"\ntitle = \"A\"\npublisher = \"B\"\naddress = \"https://example.org\"\ngrade = \"A\"\nread-on = 2026-11-24\n";
    let text = String::from_utf8_lossy(&course.read("sources.toml")?).into_owned();
    course.write("sources.toml", &format!("{text}{uncited}"));
    let course = compiled(&course)?;
    for about in &course.abouts {
        let ids: Vec<&str> = about.sources.iter().map(|source| source.id.as_str()).collect();
        assert!(ids.contains(&"S9") && ids.contains(&"S67"));
        assert!(!ids.contains(&"S999"), "what no page cites is not listed");
        assert_eq!(ids.first(), Some(&"S1"));
    }
    Ok(())
}

#[test]
fn a_generated_course_compiles_with_as_many_lessons_as_asked() -> Outcome {
    for (from, lessons) in [(real(), 1), (real(), 6), (ten_kinds(), 7)] {
        let course = compiled(&generate::course(&from, lessons))?;
        assert_eq!(course.lessons.len(), lessons * 2);
    }
    Ok(())
}

#[test]
fn a_pair_stands_in_the_prose_with_its_two_sides_in_order() -> Outcome {
    let words = |lang| {
        if lang == Lang::Ar {
            ["ينفع", "نسأل.", "يؤذي", "نقرّر وحدنا."]
        } else {
            ["Helps", "I ask.", "Hurts", "I decide."]
        }
    };
    let mut course = small();
    for lang in Lang::ALL {
        let path = format!("law/first-lesson.{}.md", lang.tag());
        let text = String::from_utf8_lossy(&course.read(&path)?).into_owned();
        let [help, ask, hurt, decide] = words(lang);
        course.write(&path, &text.replacen("[^S9]\n", &format!("[^S9]\n\n:::pair\n{help}\n\n- {ask}\n\n{hurt}\n\n- {decide}\n:::\n"), 1));
    }
    let course = compiled(&course)?;
    for lang in Lang::ALL {
        let [help, ask, hurt, decide] = words(lang);
        let expected = format!(
            "<div class=\"do-avoid\"><section class=\"do\"><p>{help}</p><ul><li>{ask}</li></ul></section>\
             <section class=\"avoid\"><p>{hurt}</p><ul><li>{decide}</li></ul></section></div>"
        );
        let html = prose(lesson(&course, lang)?);
        assert!(html.contains(&expected), "{html}");
    }
    Ok(())
}

#[test]
fn a_word_of_the_glossary_leads_to_it_and_brings_its_meaning() -> Outcome {
    let mut course = small();
    for (lang, sentence) in [(Lang::Ar, "هنا جملة."), (Lang::En, "Here is a sentence.")] {
        let path = format!("law/first-lesson.{}.md", lang.tag());
        let text = String::from_utf8_lossy(&course.read(&path)?).into_owned();
        course.write(&path, &text.replacen(sentence, &format!("[{sentence}](term:person-without-papers)"), 1));
    }
    let course = compiled(&course)?;
    for (lang, sentence, meaning) in
        [(Lang::Ar, "هنا جملة.", "شخص لا يحمل وثيقة."), (Lang::En, "Here is a sentence.", "A person who holds no document.")]
    {
        let tag = lang.tag();
        let expected = format!(
            "<a class=\"term\" href=\"{tag}/glossary/#person-without-papers\">{sentence}</a><span class=\"meaning\" hidden>{meaning}</span>"
        );
        let html = prose(lesson(&course, lang)?);
        assert!(html.contains(&expected), "{html}");
        let glossary = course.glossaries.iter().find(|it| it.lang == lang).ok_or("no glossary")?;
        let term = glossary.terms.iter().find(|it| it.id == "person-without-papers").ok_or("no term")?;
        assert_eq!(term.here.definition.as_str(), meaning, "the glossary page says the same");
    }
    Ok(())
}

#[test]
fn a_module_whose_lessons_are_all_planned_needs_no_objective_and_has_titles() -> Outcome {
    let mut course = small();
    course.write(
        "law/module.toml",
        "id = \"law\"\nminutes = 20\nreview-by = 2030-01-01\n\n[[lesson]]\nid = \"later\"\nminutes = 20\nplanned = true\n",
    );
    for (lang, lead, later) in [(Lang::Ar, "# القانون\n\nعمّ تتحدث.", "لاحقاً"), (Lang::En, "# The law\n\nWhat it is about.", "Later")]
    {
        let tag = lang.tag();
        course.write(&format!("law/module.{tag}.md"), &format!("{lead}\n\n## P {{#planned}}\n\n- {later} {{#later}}\n"));
        course.files.remove(&format!("law/first-lesson.{tag}.md"));
        course.files.remove(&format!("law/items.{tag}.md"));
    }
    let course = compiled(&course)?;
    assert!(course.lessons.is_empty());
    for map in &course.maps {
        let module = map.modules().next().ok_or("no module")?;
        assert_eq!((module.availability, module.lessons.len()), (Availability::Planned, 1));
        assert_eq!(module.lessons[0].title, if map.lang == Lang::Ar { "لاحقاً" } else { "Later" });
    }
    assert!(course.modules.iter().all(|module| module.objectives.is_empty()));
    Ok(())
}
