"""What many sources say of many things: which value holds, how sure that is, what each source is worth.

Values in, values out, with numpy. Observations come as numbers (`intake`, `scale`), are cut into
blocks sorted once (`blocks`), looked at (`profile`, `choice`), weighed in rounds (`starts`, `weighing`,
with `vote` and `centre`), checked by holding sources out (`heldout`) and answered (`answers`).
"""
