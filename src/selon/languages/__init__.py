"""What we know of each language: a folder of data files for each, and their loader."""

from selon.languages.pack import LanguagePack, installed_languages, load_pack

__all__ = ["LanguagePack", "installed_languages", "load_pack"]
