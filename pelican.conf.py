# Settings of the site. What each DIGEST_* setting is for stands in the README and in plugins/newsdigest/options.py.
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT / "plugins") not in sys.path:  # Pelican's PLUGIN_PATHS does not let plugins import each other
    sys.path.insert(0, str(ROOT / "plugins"))

# --- the site ---
SITENAME = "Newsdigest"
SITESUBTITLE = "Saved articles, read closely"
SITEURL = os.environ.get("SITEURL", "")
RELATIVE_URLS = not SITEURL

# --- the pipeline, in order ---
PLUGINS = ["digest_templates", "digest_reader", "digest_analysis", "digest_pages", "digest_search", "digest_feeds"]
DIGEST_LANG = "en"
DIGEST_FULL_TEXT = os.environ.get("DIGEST_FULL_TEXT") or "full"  # republished: "full", "excerpt" or "none"
DIGEST_ANALYSIS = os.environ.get("DIGEST_ANALYSIS", "")  # "thorough" or "fast"; "": thorough up to 500 articles
jobs = os.environ.get("DIGEST_JOBS") or "0"
DIGEST_JOBS = int(jobs) if jobs.isdecimal() else jobs  # what is no number is complained of, with all other settings
DIGEST_EXECUTOR = os.environ.get("DIGEST_EXECUTOR", "")  # "dask://host:8786": the analysis on its workers
DIGEST_STRICT = os.environ.get("DIGEST_STRICT", "").lower() not in ("", "0", "false", "no", "off")

# --- where things are ---
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
CACHE_PATH = str(ROOT / ".cache")
DELETE_OUTPUT_DIRECTORY = True
THEME = str(ROOT / "theme")
ARTICLE_PATHS = [""]
ARTICLE_EXCLUDES = ["pages"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []

# --- addresses ---
ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "pages/{slug}.html"
SLUGIFY_SOURCE = "basename"
FILENAME_METADATA = ""  # Pelican would stumble over a name such as 2026-99-99

# --- all machines agree ---
DEFAULT_LANG = DIGEST_LANG
LOCALE = ["C"]
TIMEZONE = "UTC"

# --- the digest writes these itself, or not at all ---
DIRECT_TEMPLATES: list[str] = []
DEFAULT_PAGINATION = False
ARTICLE_LANG_SAVE_AS = DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = ""
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ""
ARCHIVES_SAVE_AS = TAG_SAVE_AS = TAGS_SAVE_AS = ""
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = CATEGORY_FEED_RSS = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TAG_FEED_ATOM = TAG_FEED_RSS = None
TRANSLATION_FEED_ATOM = TRANSLATION_FEED_RSS = None

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "auto_reload": False,
    "extensions": ["digest_templates.Lean"],  # the same pages in less time
    "lstrip_blocks": True,
    "trim_blocks": True,
}
