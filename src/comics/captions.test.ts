import { describe, expect, it } from "vitest";
import { PageCaptionsSchema } from "../records/index.ts";
import { samplePage } from "../tasks/fixtures/sample-page.ts";
import { captionsOf } from "./captions.ts";

describe("captionsOf", () => {
  const page = samplePage();
  const captions = captionsOf(page);

  it("is a sound record: every panel once, in reading order", () => {
    expect(PageCaptionsSchema.parse(captions)).toEqual(captions);
    expect(captions).toMatchObject({ page: page.id, by: "annotations" });
    expect(captions.panels.map(({ box }) => box)).toEqual(page.panels.map(({ box }) => box));
  });

  it("says who is there, what they do, hold and say, and where", () => {
    const text = captions.panels[0]?.text ?? "";
    expect(text).toContain(
      "Bruno, the bear at [65, 137, 242, 315]: standing; happy; depth 0, where 0 is nearest.",
    );
    expect(text).toContain('Bruno says "Where is my pie?".');
    expect(text).toContain("A thing: pie, at [");
    expect(text).toContain('A caption reads "Meanwhile...".');
    expect(captions.panels[3]?.text).toContain('thinks "Oh."');
  });

  it("says nothing that is not annotated", () => {
    const bare = { ...page, characters: [], balloons: [], texts: [], objects: [] };
    expect(captionsOf(bare).panels.map(({ text }) => text)).toEqual(
      page.panels.map(() => "Nothing is described."),
    );
  });
});
