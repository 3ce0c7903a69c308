"""Newsdigest: a folder of saved news articles in, a digest out. Pure: no Pelican, no network, no clock in here.

    model    every data type          errors   what can go wrong        options  the settings
    text     helpers on strings       lexicon  words that several stages know    packed   many small values in one piece
    places   files of our own in the cache     engines  what results come from, beside their input
    spool    a file for what is too much to be held

    read     a file -> Source         clean    Source -> Story          analyse  Story -> Analysis
    link     all of them -> entities, tags, related                     curation the owner's corrections
    markup   Story + Analysis -> safe HTML     views    Edition -> what pages show     feeds    items -> RSS, JSON Feed
    store    cache of what was made   kept     files of the site that stands    indexer  documents -> an index
    stamp    what a build depends on  account  an edition in a few lines        workers  processes that may be lost
    intake   the files of a folder    executor where analyses are made
    stories  a file -> its stories    analyses of all stories           linked   all of them -> the edition
    pipeline the steps in their order

Imports go downwards only: pipeline; then stories, analyses and linked; then intake and executor; then the rooms from
read to workers, which never import each other; then corrections; then text, lexicon and options; then model, errors,
places, engines and spool; then packed. The tests enforce it.
"""
