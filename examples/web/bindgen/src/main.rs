//! Writes the JavaScript that calls a wasm file: the one thing of the program `wasm-bindgen` that the page needs.
//!
//! `bindgen FILE.wasm FOLDER NAME` makes `FOLDER/NAME.js` and `FOLDER/NAME_bg.wasm`.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, folder, name] = arguments.as_slice() else {
        eprintln!("usage: bindgen FILE.wasm FOLDER NAME");
        return ExitCode::from(2);
    };
    let made = Bindgen::new().web(true).and_then(|bindgen| {
        bindgen
            .input_path(file)
            .out_name(name)
            // The JavaScript finds the wasm beside itself.
            .omit_default_module_path(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .typescript(false)
            .generate(folder)
    });
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("error: {e:#}");
            ExitCode::FAILURE
        }
    }
}
