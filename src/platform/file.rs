//! Files in a learner's hands: saving one, and reading one they have chosen.
//! What stands in a file is for others.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlElement, HtmlInputElement, Url};

/// Offers a text as a file with a name, as the browser offers downloads.
pub fn save(name: &str, text: &str) {
    let offer = || -> Result<(), JsValue> {
        let document = super::document().ok_or(JsValue::NULL)?;
        let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&Array::of1(&text.into()))?)?;
        let link = document.create_element("a")?;
        link.set_attribute("href", &address)?;
        link.set_attribute("download", name)?;
        link.unchecked_into::<HtmlElement>().click();
        // The browser has taken hold of it by then; the memory is given back.
        yew::platform::spawn_local(async move {
            super::clock::pause(60_000).await;
            let _ = Url::revoke_object_url(&address);
        });
        Ok(())
    };
    let _ = offer();
}

/// Opens the file chooser of an input.
pub fn choose(id: &str) {
    if let Some(input) = super::document().and_then(|it| it.get_element_by_id(id)) {
        input.unchecked_into::<HtmlElement>().click();
    }
}

/// The file that was chosen; the same one can be chosen again afterwards.
#[must_use]
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The text of a file; `None` when it has more than `largest` bytes or cannot be read.
pub async fn read(file: &File, largest: usize) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "the bound is far below 2^52")]
    if file.size() > largest as f64 {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}
