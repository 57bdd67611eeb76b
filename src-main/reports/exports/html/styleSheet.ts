/** How the page looks: the report's colours and type, in light and dark as the reader has it, on paper in light. */
import type { Theme, StyleName } from '../../theme.ts';
import { colours, kindColours, ridges } from '../../theme.ts';

const list = (values: Record<string, string>): string => Object.entries(values).map(([name, value]) => `--${name}:${value}`).join(';');

const light = list({
	paper: colours.paper, canvas: colours.canvas, ink: colours.ink, 'ink-2': colours.ink2, line: colours.line, 'line-strong': colours.lineStrong, sun: colours.sun, 'sky-low': colours.skyLow,
	...Object.fromEntries(ridges.map((ridge, index) => [`ridge-${index + 1}`, ridge])),
	...Object.fromEntries(Object.entries(kindColours).flatMap(([kind, { ink, soft }]) => [[kind, ink], [`${kind}-soft`, soft]])),
});

/** The dark theme of the design. What was the darkest on paper is the lightest here, as its ink is. */
const dark = list({
	paper: '#151E27', canvas: '#101820', ink: '#EDF2F6', 'ink-2': '#B9C6D1', line: '#2A3743', 'line-strong': '#718393', sun: '#FFD25C', 'sky-low': '#3B3219',
	'ridge-1': '#EDF2F6', 'ridge-2': '#9AA9B6', 'ridge-3': '#1D3242', 'ridge-4': '#2B475A', 'ridge-5': '#3D5E73', 'ridge-6': '#53778C',
	signal: '#8CCBFF', 'signal-soft': '#1C3750', concern: '#FF8355', 'concern-soft': '#44281F', behavior: '#CB97FF', 'behavior-soft': '#372A4C', technology: '#4DBBA6', 'technology-soft': '#173A37', issue: '#FFD84A', 'issue-soft': '#3F381B',
});

/** A picture with a sky of its own keeps the colours of paper for what stands in it, under a darker sky. */
const night = `${light};${list({ 'sky-low': '#5B4A2C', sun: '#FFD25C', 'ridge-1': '#070C11', 'ridge-2': '#12202B', 'ridge-3': '#1D3242', 'ridge-4': '#2B475A', 'ridge-5': '#3D5E73', 'ridge-6': '#53778C' })}`;

const rem = (points: number): string => `${Math.round((points / 12) * 1000) / 1000}rem`;

/** Of the print, at the same proportions; titles give way on a narrow screen. */
function typeOf({ styles }: Theme): string {
	const large: Partial<Record<StyleName, string>> = { coverTitle: 'clamp(2.25rem,1rem + 5.2vw,4.75rem)', title: 'clamp(1.75rem,1.2rem + 2vw,2.75rem)', scenarioTitle: 'clamp(2rem,1.2rem + 3vw,3.5rem)', coverQuestion: 'clamp(1.125rem,1rem + .8vw,1.5rem)' };
	return (Object.keys(styles) as StyleName[]).map((name) => {
		const { weight, size, leading, colour, tracking = 0 } = styles[name];
		const tight = tracking === 0 ? '' : `;letter-spacing:${Math.round((tracking / size) * 1000) / 1000}em`;
		return `.t-${name}{font-weight:${weight};font-size:${large[name] ?? rem(size)};line-height:${Math.round((leading / size) * 100) / 100};color:var(--${colour === colours.ink2 ? 'ink-2' : 'ink'})${tight}}`;
	}).join('');
}

const rules = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--canvas);color:var(--ink);font:400 1rem/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Inter,system-ui,"Segoe UI",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6,p,ul,ol,figure,table{margin:0;padding:0}
a{color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.16em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:2px;box-shadow:0 0 0 5px var(--sun)}
main:focus{outline:none;box-shadow:none}
:target{scroll-margin-top:1rem}
li:target{background:var(--sky-low)}
abbr{text-decoration:none}
b{font-weight:700}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;z-index:2;padding:.5rem 1rem;background:var(--ink);color:var(--paper);border-radius:.4375rem}
.skip:focus{top:1rem}
.cover,nav,section,footer{max-width:62rem;margin-inline:auto;padding-inline:clamp(1.25rem,4vw,4rem)}
.cover{position:relative;padding-block:clamp(2rem,5vw,4rem) 0;background:linear-gradient(var(--paper) 45%,var(--sky-low) 68%);overflow:hidden}
.cover>.t-heading{display:flex;align-items:center;gap:.75rem;margin-bottom:clamp(1.5rem,5vw,3.5rem)}
.cover h1{max-width:14em;text-wrap:balance}
.cover .t-coverQuestion{max-width:30rem;margin-top:1.25rem;text-wrap:balance}
.cover .terms{display:flex;flex-wrap:wrap;gap:1rem 2.25rem;margin:1.5rem 0 clamp(2rem,6vw,4rem)}
.cover .terms>li{display:block;padding:0;border:0}
.cover figure{margin-inline:calc(-1*clamp(1.25rem,4vw,4rem));margin-block:0}
.cover .wide{overflow:visible}
.cover>.t-strong,.scene figcaption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
nav{padding-block:1.75rem;background:var(--paper);border-bottom:1px solid var(--line)}
nav ol{columns:3 14rem;column-gap:2rem;margin-top:.5rem;list-style:none}
nav li{break-inside:avoid;padding-block:.2rem}
nav .world{padding-inline-start:1rem}
section{position:relative;padding-block:clamp(2.5rem,5vw,4.5rem);background:var(--paper)}
section+section{border-top:1px solid var(--line)}
section>p,section li>p,section>ul:not([class]),section>ol{max-width:44rem}
section>h2{text-wrap:balance}
section>h2+p,.t-lead+p{margin-top:.5rem}
h3{margin-top:1.75rem;margin-bottom:.35rem}
h4{margin-top:1rem;margin-bottom:.2rem}
p+p,ul+p,ol+p{margin-top:.6rem}
p+ul:not([class]),p+ol{margin-top:.4rem}
ul,ol{padding-inline-start:1.35rem}
li+li{margin-top:.3rem}
.plain,.rows,.terms,.numbers{padding:0;list-style:none}
.numbers{display:flex;flex-wrap:wrap;gap:1rem 3rem;margin-block:1.5rem;padding-block:1rem;border-top:1.5px solid var(--ink);border-bottom:1px solid var(--line)}
.numbers li{margin:0;min-width:6rem}
.numbers span{display:block}
.rows>li{display:grid;grid-template-columns:2.75rem minmax(0,1fr);align-items:center;margin:0;padding-block:.4rem;border-top:1px solid var(--line)}
.rows>li:last-child{border-bottom:1px solid var(--line)}
.rows>li>div{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem}
.rows>li>div>:first-child{flex:1 1 14rem}
.terms>li{display:grid;grid-template-columns:minmax(7rem,13rem) minmax(0,1fr);gap:0 1.5rem;margin:0;padding-block:.5rem;border-top:1px solid var(--line)}
.plain>li{margin:0;padding-block:.5rem;border-top:1px solid var(--line)}
.plain>li:last-child{border-bottom:1px solid var(--line)}
.plain>li>span{display:block}
.plain>li p+p,.plain>li p{margin-top:.15rem}
.where{color:var(--ink-2);font-size:.9375rem}
.sides{display:grid;gap:0 3rem;grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);align-items:start;margin-top:1rem}
.sides>div>:first-child{margin-top:.5rem}
.t-headline{border-inline-start:3px solid var(--ink);padding-inline-start:.85rem}
.t-small:has(+.t-headline){margin-top:1rem;border-inline-start:3px solid var(--ink);padding-inline-start:.85rem}
.t-small+.t-headline{margin-top:0}
.card{white-space:nowrap;font-weight:700;text-decoration-color:transparent}
.card:hover,.card:focus-visible{text-decoration-color:currentcolor}
.k-signal{color:var(--signal)}.k-concern{color:var(--concern)}.k-behavior{color:var(--behavior)}.k-technology{color:var(--technology)}.k-issue{color:var(--issue)}
.glyph{width:1.05em;height:1.05em;margin-inline-end:.3em;vertical-align:-.16em;fill:currentcolor}
.wide{overflow-x:auto;position:relative}
table{width:100%;border-collapse:collapse;margin-top:.75rem;font-size:1rem}
th,td{padding:.45rem .75rem .45rem 0;text-align:start;vertical-align:middle;border-bottom:1px solid var(--line);overflow-wrap:break-word}
th:last-child,td:last-child{padding-inline-end:0}
thead th{border-bottom:1.5px solid var(--ink);vertical-align:bottom}
tbody th{min-width:11rem}
td>svg,.label svg{display:block}
.short{white-space:nowrap}
section>p:has(+.wide),section>.wide+p{margin-top:1rem}
figure{margin-block:1.25rem}
figure svg{display:block;width:100%;min-width:34rem;height:auto}
.widest>.wide{margin-inline:calc(1.25rem - clamp(1.25rem,4vw,4rem))}
.widest svg{min-width:56rem}
.cover figure svg{min-width:0}
svg text{font-family:inherit}
svg.small{overflow:visible}
svg.mark{float:right;margin:0 0 1rem 1.5rem;overflow:visible}
.contested svg.mark{float:left;margin:.25rem 1.25rem .5rem 0}
.contested h3,.contested h4{clear:both}
figcaption{max-width:44rem;margin-top:.5rem;color:var(--ink-2);font-size:.9375rem;line-height:1.4}
.scenarios>figure.scene{margin:calc(-1*clamp(2.5rem,5vw,4.5rem)) calc(-1*clamp(1.25rem,4vw,4rem)) 1.5rem}
.scenarios h2{margin-bottom:.5rem}
.cards .plain>li{scroll-margin-top:.5rem;break-inside:avoid}
footer{padding-block:2rem;background:var(--canvas);color:var(--ink-2)}
@media (max-width:48rem){.terms>li{grid-template-columns:minmax(0,1fr)}.sides{grid-template-columns:minmax(0,1fr)}svg.mark{float:none;display:block;margin:.5rem 0}tbody th{min-width:9rem}}
`;

const print = `
@page{size:A4;margin:17mm 16mm 20mm}
html{font-size:12pt}body{background:none}
.skip,nav,footer p+p{display:none}
.cover,section,footer{max-width:none;padding-inline:0}
.cover{min-height:0;background:none}
section{padding-block:0;break-before:page}
section+section{border:0}
.contested,.axes,.sources,.glossary,.method{break-before:auto;padding-top:2rem}
h2,h3,h4,thead{break-after:avoid}
tr,li,figure{break-inside:avoid}
.wide{overflow:visible}
figure svg,.widest svg{min-width:0}
.widest>.wide,.scenarios>figure.scene,.cover figure{margin-inline:0}
.scenarios>figure.scene{margin-top:0}
svg,.label{-webkit-print-color-adjust:exact;print-color-adjust:exact}
a{text-decoration:none}
table{font-size:.92rem}
`;

const tidy = (css: string): string => css.replace(/\s*\n\s*/g, '');

export const styleSheet = (theme: Theme): string =>
	tidy(`:root{color-scheme:light;${light}}@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${dark}}.scene{${night}}.cover{--sky-low:#5B4A2C}}${typeOf(theme)}${rules}@media print{${print}}`);
