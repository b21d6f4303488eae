//! What the documents of a course hold: the small course of `invalid/base`, changed a little for each fact.

mod courses;
mod kinds;

use std::{collections::BTreeMap, error::Error};

use sanad_content::{CompiledCourse, Files, generate};
use sanad_core::{
    format::content::{Availability, about_address, bank_address, glossary_address, lesson_address, map_address, module_address},
    json::parse,
    lang::Lang,
};

use courses::{Outcome, changed, compiled, lesson, prose, real, small, ten_kinds};

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
