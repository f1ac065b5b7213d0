"""The local file of pledges: seal, append, prove, take back, copy out. Nothing here can open a pledge."""
