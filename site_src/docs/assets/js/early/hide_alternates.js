// The theme asks every alternate address for a sitemap of its own as soon as the page is parsed: requests that lead
// nowhere, or to another server. Until the page has loaded it therefore does not see those links as what they are.
{
  const links = [...document.querySelectorAll("link[rel=alternate]")];
  for (const link of links) link.setAttribute("rel", "alternate "); // the same meaning, another spelling
  addEventListener("load", () => { for (const link of links) link.setAttribute("rel", "alternate"); });
}
