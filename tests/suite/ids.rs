//! Names are read as they are written, and nothing else is read as a name.

use proptest::{prelude::*, sample::select};
use sanad_core::{
    format::{
        event::EventId,
        names::{self, Shelf},
    },
    id::{self, ItemId, LONGEST, LessonId, PartId},
    json,
};

use crate::arbitrary::{event_id, id, laws, text};

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn an_id_is_read_as_it_is_written(id in id::<PartId>()) {
        let text = id.to_string();
        prop_assert_eq!(text.parse::<PartId>(), Ok(id.clone()));
        prop_assert_eq!(json::parse::<PartId>(&format!("\"{text}\"")), Some(id.clone()));
        prop_assert_eq!(id.as_str(), text);
    }

    #[test]
    fn what_is_read_as_an_id_is_written_as_it_was(text in prop_oneof![text(), "[a-z0-9A-Z -]{0,60}"]) {
        match text.parse::<ItemId>() {
            Ok(id) => {
                prop_assert_eq!(id.as_str(), &text);
                prop_assert!(text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            }
            Err(error) => prop_assert_eq!(id::check(&text), Err(error)),
        }
        prop_assert_eq!(json::parse::<LessonId>(&text), None, "an id is a text in quotation marks");
    }

    #[test]
    fn the_name_of_an_event_is_read_as_it_is_written(id in event_id()) {
        prop_assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn what_is_read_as_the_name_of_an_event_is_written_as_it_was(text in prop_oneof![text(), "[0-9a-fA-F+]{0,17}-[+0-9]{0,11}"]) {
        if let Ok(id) = text.parse::<EventId>() {
            prop_assert_eq!(id.to_string(), text);
        }
    }

    #[test]
    fn the_key_of_an_entry_names_it(profile in "[a-z0-9]{1,8}", shelf in select(Shelf::ALL.to_vec()), id in event_id()) {
        let key = names::entry(&profile, shelf, id);
        prop_assert!(key.starts_with(&names::prefix(&profile)));
        prop_assert_eq!(names::parse(&profile, &key), Some((shelf, id)));
        prop_assert_eq!(names::shelf(&profile, &key), Some(shelf));
        let broken = names::broken(&profile, &key);
        prop_assert!(broken.starts_with(&names::broken_prefix(&profile)));
        prop_assert_eq!(names::shelf(&profile, &broken), None, "what is kept aside is read no more");
    }

    #[test]
    fn the_key_of_something_else_names_no_entry(key in text()) {
        prop_assert_eq!(names::parse(names::OPEN_PROFILE, &key), None);
        prop_assert_eq!(names::shelf(names::OPEN_PROFILE, &names::settings(names::OPEN_PROFILE)), None);
    }
}
