// Every label of the pictures that are shown: off the edge, on another label, or too small to read.
() => {
  const box = (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const size = bottom - top;
    return { words: text.textContent, left, right, top: top + size * 0.2, bottom: bottom - size * 0.2 };
  };
  const found = [];
  for (const svg of document.querySelectorAll("svg.g-chart")) {
    if (getComputedStyle(svg).display === "none") continue;
    const edge = svg.getBoundingClientRect();
    const scale = edge.width / svg.viewBox.baseVal.width;
    const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent);
    for (const text of texts) {
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (size < 12.99 || size > 60) found.push(`${text.textContent}: ${size.toFixed(1)} px`);
    }
    const boxes = texts.filter((text) => !text.hasAttribute("transform")).map(box);
    for (const [index, one] of boxes.entries()) {
      const off = one.left < edge.left - 1 || one.right > edge.right + 5 || one.top < edge.top || one.bottom > edge.bottom;
      if (off) found.push(`${one.words}: off the picture`);
      for (const other of boxes.slice(0, index)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const along = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 0 && along > 0) found.push(`${one.words} on ${other.words}`);
      }
    }
  }
  return found;
};
