//! What becomes of each kind of item: its parts, its key, the order in which it is shown.
//! Marking is the core's.

use sanad_content::{Files, compile};
use sanad_core::{
    grade::grade,
    id::PartId,
    item::{
        HotText, Interaction,
        gaps::{Fill, Piece},
        hot_text::HotPiece,
    },
    lang::Lang,
};

use crate::courses::{Outcome, compiled, ids, items, lesson, real, small, ten_kinds, today};

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
