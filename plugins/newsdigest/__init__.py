"""Newsdigest: a folder of saved news articles in, a digest out. Pure: no Pelican, no network, no clock in here.

    model    every data type          errors   what can go wrong        options  the settings
    text     helpers on strings       lexicon  words that several stages know    places  files of our own in the cache

    read     a file -> Source         clean    Source -> Story          analyse  Story -> Analysis
    link     all of them -> entities, tags, related                     curation the owner's corrections
    markup   Story + Analysis -> safe HTML     views    Edition -> what pages show     feeds    items -> RSS, JSON Feed
    store    cache of what was made   account  an edition in a few lines
    analyses of all stories, by an    executor here or elsewhere            workers  processes here
    intake   the files of a folder    stories  a file -> its stories       stamp    what a build depends on
    indexer  documents -> an index      pipeline the steps in their order

Imports go downwards only: pipeline; then stories; then intake and executor; then read, clean, analyse, link, curation,
markup, views, feeds, store, stamp, account and indexer, which never import each other; then text, lexicon and options;
then model and errors. The tests enforce it.
"""
