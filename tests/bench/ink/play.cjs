// Compiles every story in a folder with inkjs and plays each at random; prints processor seconds as JSON.
// Usage: node play.cjs FOLDER CHOICES_TO_PLAY
"use strict";
const fs = require("fs");
const path = require("path");
const { Compiler } = require("inkjs/compiler/Compiler");

const cpuSeconds = () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
const [folder, wanted] = process.argv.slice(2);
const files = fs.readdirSync(folder).filter((name) => name.endsWith(".ink")).sort();
const texts = files.map((name) => fs.readFileSync(path.join(folder, name), "utf8"));

let from = cpuSeconds();
const stories = texts.map((text) => new Compiler(text).Compile());
const compiling = cpuSeconds() - from;

let seed = 1;
const roll = (sides) => {
    seed = (seed * 48271) % 2147483647;
    return seed % sides;
};
let choices = 0;
let characters = 0;
from = cpuSeconds();
for (let i = 0; choices < Number(wanted); i = (i + 1) % stories.length) {
    const story = stories[i];
    story.ResetState();
    characters += story.ContinueMaximally().length;
    while (story.currentChoices.length > 0) {
        story.ChooseChoiceIndex(roll(story.currentChoices.length));
        characters += story.ContinueMaximally().length;
        ++choices;
    }
}
const playing = cpuSeconds() - from;
console.log(JSON.stringify({ files: files.length, compiling, choices, characters, playing }));
