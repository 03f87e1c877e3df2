package org.duetdb.web.input;

/** What {@link BodyReader} can read. */
public sealed interface Body permits NewOrder, Transfer, UserData {}
