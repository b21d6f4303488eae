//! An order that is no author's: drawn once from an id, so that it is alike in each language and each build.
//! FNV-1a makes the seed, SplitMix64 the numbers, Fisher and Yates the order; none of it keeps a secret.

/// How many orders are drawn. The least likely good one, three statements under two headings, is one of three.
const TRIES: usize = 1000;

/// An order of `length` places for the thing with this id. From three on it is never the order as written.
pub(crate) fn of(id: &str, length: usize) -> Vec<usize> {
    // With two, refusing the written order would always put the first second, and give it away.
    such_that(id, length, |order| length < 3 || order.iter().enumerate().any(|(place, index)| place != *index))
}

/// An order of `length` places for the thing with this id that is `good`. Where none is found, any.
pub(crate) fn such_that(id: &str, length: usize, good: impl Fn(&[usize]) -> bool) -> Vec<usize> {
    let mut state = id.bytes().fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    let mut order: Vec<usize> = (0..length).collect();
    for _ in 0..TRIES {
        for last in (1..length).rev() {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^= z >> 31;
            let pick = z % (last as u64 + 1);
            order.swap(last, usize::try_from(pick).unwrap_or_default());
        }
        if good(&order) {
            break;
        }
        order.sort_unstable();
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_has_each_place_once_and_is_not_the_one_written() {
        for length in 0..12 {
            for id in ["brought", "no-food", "takes-money", "term", "least", "most", "a", ""] {
                let mut order = of(id, length);
                assert_eq!(order, of(id, length), "the same id, the same order");
                assert!(length < 3 || order != (0..length).collect::<Vec<_>>());
                order.sort_unstable();
                assert_eq!(order, (0..length).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn where_no_order_is_good_some_order_is_given() {
        for length in 0..5 {
            let mut order = such_that("a", length, |_| false);
            order.sort_unstable();
            assert_eq!(order, (0..length).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_first_does_not_stay_in_one_place() {
        for length in 2..6 {
            let mut counts = vec![0; length];
            for n in 0..1000 {
                if let Some(place) = of(&format!("id-{n}"), length).iter().position(|index| *index == 0) {
                    counts[place] += 1;
                }
            }
            let fair = 1000 / length;
            assert!(counts.iter().all(|count| *count > fair / 2), "{length}: {counts:?}");
        }
    }
}
