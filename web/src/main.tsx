import { render } from "preact";
import { App } from "./app";
import { apply } from "./lib/store";

apply();
const page = document.getElementById("page");
if (page) render(<App />, page);
